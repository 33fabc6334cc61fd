"""What a final file proves: intact, signed by whom and when, of which edition, and what has changed since."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from asn1crypto import x509

from sopgen.errors import SopgenError
from sopgen.jobs.signing.final_files import NAME, digest, name_of, read_bytes
from sopgen.jobs.signing.proof.detached import file_findings, signatures_beside
from sopgen.jobs.signing.proof.folder import manifest_findings
from sopgen.jobs.signing.proof.known import Evidence, changes, known_of
from sopgen.jobs.signing.proof.origin import origin, placed
from sopgen.jobs.signing.proof.pdf import pdf_findings
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.messages import say
from sopgen.model.life.record import Signature, SigningWay

# A file of the archive, by its name in there.
PLAIN: Final = r"(?:[\w-][\w.-]*/)?[\w-][\w.-]*"
BESIDE: Final = re.compile(r"(.+?)(\.\d+)?\.p7s")


def verify(
    path: Path,
    roots: Sequence[x509.Certificate] = (),
    manifest: Path | None = None,
    signers: frozenset[str] = frozenset(),
) -> Iterator[Statement]:
    """Yield what a file proves; `manifest` is its manifest where it lies elsewhere, `signers` are fingerprints.

    Raises SopgenError where the file is not there. Of a signature beside a file, that file is checked.
    """
    match = BESIDE.fullmatch(path.name)
    file = path.with_name(match[1]) if match else path
    content = read_bytes(file)
    try:
        known = known_of(file, roots, file if file.name == NAME else manifest, signers)
    except SopgenError as error:
        yield fails(str(error))
        return
    yield from _findings(file, content, known)
    yield from changes(known)


def _findings(file: Path, content: bytes, known: Evidence) -> Iterator[Statement]:
    scans = [one for one in known.records if one.cara is SigningWay.INK]
    registered = next((one for one in scans if one.hasil == digest(content)), None)
    if file.name == NAME and known.manifest:
        yield from manifest_findings(file.parent, known)
    elif registered:
        yield from _scan(registered, known)
    else:
        yield from _by_kind(file, content, known)
        name = name_of(content, known.manifest)
        yield from known.elsewhere(name)
        yield from _on_paper(name, known)


def _by_kind(file: Path, content: bytes, known: Evidence) -> Iterator[Statement]:
    if file.suffix.lower() != ".pdf":
        yield from file_findings(file, content, known)
        return
    yield from pdf_findings(content, known)
    name = name_of(content, known.manifest)
    if name:
        yield from placed(known, file, name)
    yield from signatures_beside(file, content, known)


def _scan(record: Signature, known: Evidence) -> Iterator[Statement]:
    name, day = record.oleh.nama, record.tanggal
    yield holds(say("the scan, as registered, of the paper that {name} signed on {date}", name=name, date=day))
    if record in known.of(record.berkas):
        yield holds(say("what was signed is {name} of this build", name=record.berkas))
        yield from origin(known, record.berkas)
    yield from known.elsewhere(record.berkas)


def _on_paper(name: str | None, known: Evidence) -> Iterator[Statement]:
    for record in known.of(name) if name else ():
        if record.cara is SigningWay.INK:
            yield _kept(record, known)


def _kept(record: Signature, known: Evidence) -> Statement:
    """Return whether the scan of a paper that was signed is where the record says, as it was."""
    signer, day, kept = record.oleh.nama, record.tanggal, record.tersimpan
    path = _place(kept, known) if kept else None
    if path is None or (known.copied and not path.is_file()):
        return note(
            say(
                "signed on paper by {name} on {date}, as the record says; its scan is not here", name=signer, date=day
            )
        )
    if not path.is_file():
        return fails(
            say(
                "the scan of the paper that {name} signed on {date} is missing: {path}",
                name=signer,
                date=day,
                path=kept,
            )
        )
    if digest(path.read_bytes()) != record.hasil:
        return fails(
            say(
                "the scan of the paper that {name} signed on {date} was changed: {path}",
                name=signer,
                date=day,
                path=kept,
            )
        )
    return holds(say("signed on paper by {name} on {date}; the scan is registered", name=signer, date=day))


def _place(kept: str, known: Evidence) -> Path | None:
    """Return where a scan is that the record knows; by the archive's copy of it, in the archive's own folder."""
    if not known.copied:
        return known.home / kept if known.home else None
    edition = known.manifest.edition if known.manifest else ""
    inside = kept.partition(f"/{edition}/")[2]
    return known.folder / inside if known.folder and re.fullmatch(PLAIN, inside) else None
