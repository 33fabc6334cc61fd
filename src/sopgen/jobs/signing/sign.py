"""From a final file to its signed one in the archive, and the line in the record: the same steps for every way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import write_file
from sopgen.jobs.life.append import append
from sopgen.jobs.life.officials import APPROVER, officer_of
from sopgen.jobs.life.release import refuse_unapproved
from sopgen.jobs.provenance import spec_digest
from sopgen.jobs.signing.final_files import NAME, Manifest, digest, manifest_path, name_of, read_bytes, read_manifest
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.pdf import pdf_findings
from sopgen.jobs.signing.proof.result import Verdict
from sopgen.jobs.signing.records import read_records, records_of
from sopgen.jobs.signing.way import IN_PDF, Document, Signed, SigningMeans
from sopgen.messages import say
from sopgen.model.life.record import Officer, Signature, SigningWay
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
    case = open_case(asked)
    _refuse_again(case, way.cara)
    rest = _not_archived(case)
    signed = way.sign(_document(case), case.officer)
    target = way.result_path(case.folder / case.name)
    for name, content in rest.items():
        write_file(case.folder / name, content)
    write_file(target, signed.result)
    append(case.record, "tanda_tangan", _signature(case, way.cara, signed, target), sop=case.edition.sop)
    return target, signed


def open_case(asked: SigningRequest) -> Signable:
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
    if digest(content) != manifest.files[name]:
        known = Evidence(manifest, read_records(record_path(folder / "spec", manifest.edition)))
        _refuse_broken(asked.path, content, known)
    edition = _edition(folder, manifest)
    return Signable(asked, name, content, manifest_file, manifest, edition, folder, officer_of(edition, asked.by))


def _edition(folder: Path, manifest: Manifest) -> Edition:
    path, name = find_edition(folder, manifest.sop, manifest.edisi), manifest.edition
    if path is None:
        raise SopgenError(say("the spec of {edition} is not here", edition=name))
    edition = load_edition(path)
    if spec_digest(edition) != manifest.spec:
        raise SopgenError(say("{path} has changed since the build. fix: `sopgen build`, and sign that", path=path))
    refuse_unapproved([edition])
    return edition


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
        raise SopgenError(say("{path} is signed by {name} already", path=name, name=case.officer.nama))
    before = [one for one in records if one.cara in IN_PDF]
    if cara in IN_PDF and before and before[-1].hasil != digest(case.content):
        kept = before[-1].tersimpan or "-"
        raise SopgenError(say("{path} was signed before. fix: sign {kept}, which shows it", path=name, kept=kept))


def _not_archived(case: Signable) -> Mapping[str, bytes]:
    """Return what the archive lacks of the edition: build/ may be deleted at any time.

    Raises SopgenError where the archive holds another build, or this one is not whole.
    """
    kept, manifest = case.folder / NAME, case.manifest_file.read_bytes()
    if kept.is_file():
        if kept.read_bytes() != manifest:
            raise SopgenError(say("{folder} holds another build. fix: move it away, or --out", folder=case.folder))
        return {}
    files = {NAME: manifest}
    for name, value in case.manifest.files.items():
        path = case.manifest_file.parent / name
        if not path.is_file() or digest(path.read_bytes()) != value:
            raise SopgenError(say("{path} is not as the build made it. fix: `sopgen build`", path=path))
        files[name] = path.read_bytes()
    return files


def _signature(case: Signable, cara: SigningWay, signed: Signed, target: Path) -> Signature:
    at = signed.at.astimezone() if signed.at else None
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
