"""From a final file to its signed one in the archive, and the line in the record: the same steps for every way."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, sweep_files, write_files
from sopgen.jobs.life.append import append
from sopgen.jobs.life.day import local_time, today_at
from sopgen.jobs.life.officials import APPROVER, officer_of
from sopgen.jobs.life.release import refuse_unsignable
from sopgen.jobs.life.remake import DOCUMENT
from sopgen.jobs.office.whose import home_of_built
from sopgen.jobs.signing.final_files import NAME, Manifest, digest, manifest_path, name_of, read_bytes, read_manifest
from sopgen.jobs.signing.proof.known import Evidence, evidence
from sopgen.jobs.signing.proof.pades import proofs
from sopgen.jobs.signing.proof.pdf import pdf_findings
from sopgen.jobs.signing.proof.result import Verdict
from sopgen.jobs.signing.records import COPY, copied, read_records, records_of
from sopgen.jobs.signing.registered import refuse_stranger
from sopgen.jobs.signing.way import IN_PDF, Document, Signed, SigningMeans
from sopgen.messages import say
from sopgen.model.life.record import Officer, Signature, SigningWay
from sopgen.model.life.state import uncancelled
from sopgen.model.sop import Status
from sopgen.read.load import Edition, find_edition, load_edition, record_path
from sopgen.workspace import home

ARCHIVE: Final = "arsip"


@dataclass(frozen=True)
class SigningRequest:
    """What is to be signed, by whom (an id), where its block goes, on which day (for ink), where it is kept."""

    path: Path
    by: str
    place: str = ""
    day: date | None = None
    manifest: Path | None = None
    out: Path | None = None


@dataclass(frozen=True)
class Signable:
    """A file that may be signed, with all that is known of it."""

    asked: SigningRequest
    name: str
    content: bytes
    manifest_file: Path
    manifest: Manifest
    edition: Edition
    home: Path
    officer: Officer

    @property
    def folder(self) -> Path:
        """The edition's folder in the archive."""
        return (self.asked.out or self.home / ARCHIVE) / self.manifest.edition

    @property
    def record(self) -> Path:
        """The edition's record."""
        return record_path(self.home / "spec", self.manifest.edition)


def sign(asked: SigningRequest, way: SigningMeans) -> tuple[Path, Signed]:
    """Sign a final file, keep the result in the archive and record it; return where it is kept, and its facts.

    Raises SopgenError where the file is not the build's, the spec has changed since, or the way refuses. Nothing is
    written then.
    """
    case = open_case(asked, by_ink=way.cara is SigningWay.INK)
    _refuse_link(case)
    with one_writer(case.folder.with_name(f"{case.folder.name}.tanda-tangan")):
        return _sign(case, way)


def _sign(case: Signable, way: SigningMeans) -> tuple[Path, Signed]:
    _refuse_again(case, way.cara)
    _refuse_day(case)
    rest = _not_archived(case)
    signed = _left_over(case, way.cara) or way.sign(_document(case), case.officer)
    if signed.certificate:
        refuse_stranger(case.edition.unit, case.officer, signed)
    target = way.result_path(case.folder / case.name)
    entry = _signature(case, way.cara, signed, target)
    rest[COPY] = copied((*read_records(case.record), entry), case.manifest)
    # The manifest last: where it stands, the archive is whole.
    last = {NAME: rest.pop(NAME)} if NAME in rest else {}
    sweep_files(case.folder)
    write_files({case.folder / name: content for name, content in rest.items()} | {target: signed.result})
    write_files({case.folder / name: content for name, content in last.items()})
    append(case.record, "tanda_tangan", entry, sop=case.edition.sop)
    return target, signed


def _refuse_link(case: Signable) -> None:
    """Raise SopgenError where the archive is a link: who set it decides where what was signed is written."""
    for folder in (case.folder, *(() if case.asked.out else (case.folder.parent,))):
        if folder.is_symlink():
            what = say("{path} is a link, to {target}", path=folder, target=folder.readlink())
            raise SopgenError(with_fix(what, say("make it a folder, or name the archive's own place by --out")))


def _left_over(case: Signable, cara: SigningWay) -> Signed | None:
    """Return the signature that a run left in the archive which was stopped before it wrote the record.

    Raises SopgenError where the archive's file is signed by somebody else whom the record does not know: it would be
    lost.
    """
    path = case.folder / case.name
    if cara not in IN_PDF or not path.is_file():
        return None
    content = path.read_bytes()
    recorded = {one.hasil for one in read_records(case.record)}
    if content == case.content or digest(content) in {case.manifest.files[case.name], *recorded}:
        return None
    known = evidence(case.manifest, case.home, folder=case.folder)
    if not any(one.verdict is Verdict.FAILS for one in pdf_findings(content, known)):
        last = proofs(content)[-1]
        if last.fingerprint in case.edition.unit.certificates_of(case.officer.nrp):
            return Signed(content, last.at, last.fingerprint, last.holder)
    raise SopgenError(
        say("{path} is not what the record knows. fix: look at it by `sopgen verify`, move it", path=path)
    )


def open_case(asked: SigningRequest, *, by_ink: bool = False) -> Signable:
    """Return a file with all that is known of it. Raises SopgenError where it is not to be signed."""
    manifest_file, folder = asked.manifest or manifest_path(asked.path), home(asked.path)
    if manifest_file is None:
        raise SopgenError(say("{path} has no manifest.json beside it. fix: `sopgen build`", path=asked.path))
    if folder is None:
        raise SopgenError(say("no working folder here: there is no spec/. fix: go to the working folder"))
    manifest, content = read_manifest(manifest_file), read_bytes(asked.path)
    name = name_of(content, manifest)
    if name is None:
        raise SopgenError(say("{path} is not the file of its manifest. fix: `sopgen build`", path=asked.path))
    folder = home_of_built(folder, manifest_file.parent, manifest.sop, manifest.edisi, manifest.spec)
    edition = _edition(folder, manifest, by_ink=by_ink)
    known = evidence(manifest, folder, folder=manifest_file.parent)
    _refuse_other(known, name, edition)
    if digest(content) != manifest.files[name]:
        _refuse_broken(asked.path, content, known)
    return Signable(asked, name, content, manifest_file, manifest, edition, folder, officer_of(edition, asked.by))


def _edition(folder: Path, manifest: Manifest, *, by_ink: bool) -> Edition:
    path, name = find_edition(folder, manifest.sop, manifest.edisi), manifest.edition
    if path is None:
        raise SopgenError(
            with_fix(
                say("the spec of {edition} is not here", edition=name),
                say("go to the working folder that the file was made in"),
            )
        )
    edition = load_edition(path)
    refuse_unsignable(edition, by_ink=by_ink)
    return edition


def _refuse_other(known: Evidence, name: str, edition: Edition) -> None:
    """Raise SopgenError where a file of the build is not what the edition makes, whatever its manifest says."""
    assert known.manifest is not None
    # Of what the archive keeps already, the forms may come out otherwise today: they go with the unit's settings.
    archived = known.home and (known.home / ARCHIVE / known.manifest.edition / NAME).is_file()
    wanted = {name, *DOCUMENT} & set(known.manifest.files) if archived else known.manifest.files
    other = [one for one in sorted(wanted) if not known.made_anew(one)]
    if other:
        path, others = edition.path.as_posix(), ", ".join(other)
        what = say("{names}: not what is made anew from {path}", names=others, path=path)
        raise SopgenError(f"{what}. {say('fix: {command}', command=f'sopgen build {path} --release')}")


def _refuse_broken(path: Path, pdf: bytes, known: Evidence) -> None:
    """Raise SopgenError where anything but signatures that hold was added to what the build made."""
    for finding in pdf_findings(pdf, known):
        if finding.verdict is Verdict.FAILS:
            raise SopgenError(f"{path}: {finding.text}")


def _document(case: Signable) -> Document:
    sop = case.edition.sop
    act = "Pengesahan" if case.asked.by == APPROVER else "Persetujuan"
    reason = f"{act} {sop.judul}, edisi {sop.edisi}"
    return Document(case.name, case.content, reason, case.edition.unit.tempat, case.asked.place)


def _refuse_again(case: Signable, cara: SigningWay) -> None:
    """Raise SopgenError where the official has signed already, or the file lacks earlier signatures."""
    name, records = case.name, records_of(read_records(case.record), case.name, case.manifest)
    if any((one.oleh.nrp, one.cara) == (case.officer.nrp, cara) for one in records):
        raise SopgenError(
            with_fix(
                say("{path} is signed by {name} already", path=name, name=case.officer.nama),
                say("look into the archive"),
            )
        )
    before = [one for one in records if one.cara in IN_PDF]
    if cara in IN_PDF and before and before[-1].hasil != digest(case.content):
        kept = before[-1].tersimpan or "-"
        raise SopgenError(say("{path} was signed before. fix: sign {kept}, which shows it", path=name, kept=kept))


def _refuse_day(case: Signable) -> None:
    """Raise SopgenError where the paper is said to be signed on a day to come, or before it might be."""
    day, sop = case.asked.day, case.edition.sop
    if day is None:
        return
    if day > today_at(case.edition.unit):
        raise SopgenError(say("{day} lies in the future. fix: correct --date", day=day))
    released = [one.tanggal for one in uncancelled(case.edition.events) if one.keadaan is Status.READY]
    if released and day < released[-1] and not sop.sebagaimana_terbit:
        what = say(
            "{day} lies before the approval to sign ({former}). fix: correct --date", day=day, former=released[-1]
        )
        raise SopgenError(what)


def _not_archived(case: Signable) -> dict[str, bytes]:
    """Return what the archive lacks of the edition: build/ may be deleted at any time.

    Raises SopgenError where the archive holds another build, or this one is not whole.
    """
    kept, manifest = case.folder / NAME, case.manifest_file.read_bytes()
    if kept.is_file() and kept.read_bytes() != manifest:
        raise SopgenError(say("{folder} holds another build. fix: move it away, or --out", folder=case.folder))
    missing = [name for name in case.manifest.files if not (case.folder / name).is_file()]
    files = {} if kept.is_file() else {NAME: manifest}
    for name in missing:
        path = case.manifest_file.parent / name
        if not path.is_file() or digest(path.read_bytes()) != case.manifest.files[name]:
            raise SopgenError(say("{path} is not as the build made it. fix: `sopgen build`", path=path))
        files[name] = path.read_bytes()
    return files


def _signature(case: Signable, cara: SigningWay, signed: Signed, target: Path) -> Signature:
    at = local_time(signed.at, case.edition.unit) if signed.at else None
    day = case.asked.day or (at.date() if at else None)
    assert day is not None  # ink alone tells no time, and asks for the day
    inside = target.absolute().is_relative_to(case.home.absolute())
    return Signature(
        cara=cara,
        berkas=case.name,
        sidik=digest(case.content),
        hasil=digest(signed.result),
        spec=case.manifest.spec,
        tanggal=day,
        jam=at.isoformat(timespec="seconds").partition("T")[2] if at else None,
        oleh=case.officer,
        sertifikat=signed.certificate,
        id_dokumen=signed.id_dokumen,
        tersimpan=target.absolute().relative_to(case.home.absolute()).as_posix() if inside else None,
    )
