"""What a file is held against: its manifest, the record of its edition, the roots that the reader trusts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import x509

from sopgen.errors import SpecError
from sopgen.jobs.provenance import provenance_of
from sopgen.jobs.signing.final_files import Manifest, manifest_path, read_manifest
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.jobs.signing.records import read_records, records_of
from sopgen.messages import say
from sopgen.model.life.record import Signature
from sopgen.read.load import find_edition, load_edition, record_path
from sopgen.workspace import home, templates


@dataclass(frozen=True)
class Evidence:
    """What is known of a file from elsewhere; `home` is the working folder, where there is one."""

    manifest: Manifest | None = None
    records: tuple[Signature, ...] = ()
    roots: Sequence[x509.Certificate] = ()
    home: Path | None = None

    def of(self, name: str) -> tuple[Signature, ...]:
        """Return what the record says of one file of this build."""
        return records_of(self.records, name, self.manifest) if self.manifest else ()

    def elsewhere(self, name: str | None) -> Iterator[Statement]:
        """Yield a fault where the record's signatures are on another build of the file."""
        named = [one for one in self.records if one.berkas == name]
        if name and named and not self.of(name):
            who, day = named[-1].oleh.nama, named[-1].tanggal
            yield fails(say("{name}, signed by {who} on {date}, was another build", name=name, who=who, date=day))


def known_of(file: Path, roots: Sequence[x509.Certificate], named: Path | None = None) -> Evidence:
    """Return what is known of a file; `named` is its manifest where it lies elsewhere.

    Raises SopgenError where the manifest or the record can not be read.
    """
    path = named or manifest_path(file)
    if path is None:
        return Evidence(roots=roots, home=home(file))
    manifest, folder = read_manifest(path), home(file)
    records = read_records(record_path(folder / "spec", manifest.edition)) if folder else ()
    return Evidence(manifest, records, roots, folder)


def changes(known: Evidence) -> Iterator[Statement]:
    """Yield whether spec, templates, laws and program are still those that the files were made from."""
    manifest = known.manifest
    if manifest is None:
        return
    path = find_edition(known.home, manifest.sop, manifest.edisi) if known.home else None
    if path is None:
        yield note(say("the spec of {edition} is not here: not compared", edition=manifest.edition))
        return
    try:
        now = provenance_of(load_edition(path), templates(path))
    except SpecError as error:
        yield fails(say("the spec has faults now: {fault}", fault=error.problems[0]))
        return
    yield _same(manifest.spec == now.spec, say("spec"))
    yield _same(manifest.templates == now.templates, say("templates"))
    if manifest.peraturan != now.peraturan:
        yield note(say("the laws (peraturan.yaml) have changed since: task orders may cite others"))
    if manifest.sopgen != now.sopgen:
        yield note(say("made by sopgen {before}, this is {now}", before=manifest.sopgen, now=now.sopgen))


def _same(same: bool, what: str) -> Statement:
    if same:
        return holds(say("{what}: the same as then", what=what))
    return fails(say("{what}: changed since", what=what))
