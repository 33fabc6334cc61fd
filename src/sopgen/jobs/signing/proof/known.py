"""What a file is held against: its manifest, its edition and record, the roots that the reader trusts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from asn1crypto import x509

from sopgen.errors import SpecError
from sopgen.jobs.life.remake import Remade, as_signed
from sopgen.jobs.office.whose import home_of_built
from sopgen.jobs.provenance import Provenance, provenance_of
from sopgen.jobs.signing.final_files import Manifest, manifest_path, read_manifest
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.jobs.signing.records import read_copy, read_records, records_of
from sopgen.messages import say
from sopgen.model.life.record import Signature
from sopgen.read.load import Edition, find_edition, load_edition, record_path
from sopgen.workspace import home, templates


@dataclass(frozen=True)
class Evidence:
    """What is known of a file from elsewhere.

    `home` is the working folder, where there is one; `edition` the one that the manifest names, where its spec is
    here, else `fault` says why not; `folder` is where the manifest lies. `copied` says that the records are those of
    the copy there; `signers` are the fingerprints of certificates that the reader vouches for.
    """

    manifest: Manifest | None = None
    records: tuple[Signature, ...] = ()
    roots: Sequence[x509.Certificate] = ()
    home: Path | None = None
    folder: Path | None = None
    edition: Edition | None = None
    fault: Statement | None = None
    copied: bool = False
    signers: frozenset[str] = frozenset()

    def of(self, name: str) -> tuple[Signature, ...]:
        """Return what the record says of one file of this build."""
        return records_of(self.records, name, self.manifest) if self.manifest else ()

    def entry(self, result: str) -> Signature | None:
        """Return the line of the record for the file with this digest."""
        return next((one for one in self.records if one.hasil == result), None)

    def signed_with(self, certificate: str) -> Signature | None:
        """Return the line of the record for a signature made with the certificate of this fingerprint."""
        return next((one for one in self.records if one.sertifikat == certificate), None)

    def elsewhere(self, name: str | None) -> Iterator[Statement]:
        """Yield a fault where the record's signatures are on another build of the file."""
        named = [one for one in self.records if one.berkas == name]
        if name and named and not self.of(name):
            who, day = named[-1].oleh.nama, named[-1].tanggal
            yield fails(say("{name}, signed by {who} on {date}, was another build", name=name, who=who, date=day))

    def made_anew(self, name: str) -> bool:
        """Tell whether the edition, made from nothing that an earlier run kept, gives the file of the manifest."""
        files = self.manifest.files if self.manifest else {}
        return name in files and any(one.makes(name, files) for one in self._remakes)

    @cached_property
    def _remakes(self) -> Sequence[Remade]:
        """What makes the edition: as it is printed to be signed, as it stands."""
        return (Remade(as_signed(self.edition)), Remade(self.edition)) if self.edition else ()

    def approved(self, name: str) -> bool:
        """Tell whether the file of the manifest is the one that an approval of the edition as it stands saw."""
        approval = self.edition.life.approval if self.edition else None
        wanted = self.manifest.files.get(name) if self.manifest else None
        return approval is not None and wanted is not None and approval.naskah.get(name) == wanted

    @cached_property
    def now(self) -> Provenance | None:
        """What the edition would be made from now."""
        return provenance_of(self.edition, templates(self.edition.path)) if self.edition else None

    @property
    def unchanged(self) -> bool:
        """Whether the manifest names the same spec, templates, laws and program as there are now."""
        manifest, now = self.manifest, self.now
        names = ("spec", "templates", "peraturan", "sopgen")
        return bool(manifest and now and all(getattr(manifest, name) == getattr(now, name) for name in names))


def known_of(
    file: Path,
    roots: Sequence[x509.Certificate],
    named: Path | None = None,
    signers: frozenset[str] = frozenset(),
) -> Evidence:
    """Return what is known of a file; `named` is its manifest where it lies elsewhere.

    Raises SopgenError where the manifest or the record can not be read.
    """
    path = named or manifest_path(file)
    if path is None:
        return Evidence(roots=roots, home=home(file), signers=signers)
    manifest, at = read_manifest(path), home(file)
    if at:
        at = home_of_built(at, path.parent, manifest.sop, manifest.edisi, manifest.spec)
    return replace(evidence(manifest, at, roots, path.parent), signers=signers)


def evidence(
    manifest: Manifest, at: Path | None, roots: Sequence[x509.Certificate] = (), folder: Path | None = None
) -> Evidence:
    """Return what a working folder knows of an edition. Raises SopgenError where its record can not be read."""
    records = read_records(record_path(at / "spec", manifest.edition)) if at else ()
    spec = find_edition(at, manifest.sop, manifest.edisi) if at else None
    known = Evidence(manifest, records, roots, at, folder)
    if spec is None:
        missing = note(say("the spec of {edition} is not here: not made anew", edition=manifest.edition))
        return replace(known if records or not folder else _by_copy(known, folder), fault=missing)
    try:
        return replace(known, edition=load_edition(spec))
    except SpecError as error:
        return replace(known, fault=fails(say("the spec has faults now: {fault}", fault=error.problems[0])))


def _by_copy(known: Evidence, folder: Path) -> Evidence:
    assert known.manifest is not None
    copy = read_copy(folder, known.manifest)
    return replace(known, records=copy, copied=bool(copy))


def changes(known: Evidence) -> Iterator[Statement]:
    """Yield whether spec, templates, laws and program are still those that the files were made from."""
    manifest, now = known.manifest, known.now
    if known.fault:
        yield known.fault
    if manifest is None or now is None:
        return
    if known.home and not Path.cwd().is_relative_to(known.home):
        what = say(
            "it was compared with the spec and satuan.yaml in {folder}: they prove as much as who keeps them there",
            folder=known.home,
        )
        yield note(what)
    yield _same(manifest.spec == now.spec, say("spec"))
    yield _same(manifest.templates == now.templates, say("templates"))
    if manifest.peraturan != now.peraturan:
        yield note(say("the laws (peraturan.yaml) have changed since: task orders may cite others"))
    if manifest.sopgen != now.sopgen:
        yield note(say("made by sopgen {before}, this is {now}", before=manifest.sopgen, now=now.sopgen))
    if known.edition and known.edition.life.unproven:
        name = known.edition.sop.name
        yield note(say("{sop} is not proven: the scan of its signed original is not registered", sop=name))


def _same(same: bool, what: str) -> Statement:
    if same:
        return holds(say("{what}: the same as then", what=what))
    return note(say("{what}: changed since", what=what))
