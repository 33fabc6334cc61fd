"""What a final file proves: intact, signed by whom and when, of which edition, and what has changed since."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from asn1crypto import x509

from sopgen.errors import SopgenError
from sopgen.jobs.signing.final_files import NAME, Manifest, digest, name_of, read_bytes
from sopgen.jobs.signing.proof.detached import file_findings
from sopgen.jobs.signing.proof.known import Evidence, changes, known_of
from sopgen.jobs.signing.proof.pdf import pdf_findings
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.messages import say
from sopgen.model.life.record import Signature, SigningWay

BESIDE: Final = re.compile(r"(.+?)(\.\d+)?\.p7s")


def verify(path: Path, roots: Sequence[x509.Certificate] = (), manifest: Path | None = None) -> Iterator[Statement]:
    """Yield what a file proves; `manifest` is its manifest where it lies elsewhere.

    Raises SopgenError where the file is not there. Of a signature beside a file, that file is checked.
    """
    match = BESIDE.fullmatch(path.name)
    file = path.with_name(match[1]) if match else path
    content = read_bytes(file)
    try:
        known = known_of(file, roots, file if file.name == NAME else manifest)
    except SopgenError as error:
        yield fails(str(error))
        return
    yield from _findings(file, content, known)
    yield from changes(known)


def _findings(file: Path, content: bytes, known: Evidence) -> Iterator[Statement]:
    scans = [one for one in known.records if one.cara is SigningWay.INK]
    registered = next((one for one in scans if one.hasil == digest(content)), None)
    if file.name == NAME and known.manifest:
        yield from _manifest(file.parent, known.manifest)
    elif registered:
        yield from _scan(registered, known)
    else:
        by_kind = (
            pdf_findings(content, known) if file.suffix.lower() == ".pdf" else file_findings(file, content, known)
        )
        yield from by_kind
        name = name_of(content, known.manifest)
        yield from known.elsewhere(name)
        yield from _on_paper(name, known)


def _manifest(folder: Path, manifest: Manifest) -> Iterator[Statement]:
    """Yield whether every file of the manifest is there as the build made it; signed ones go on from there."""
    whole = 0
    for name, value in manifest.files.items():
        path = folder / name
        content = path.read_bytes() if path.is_file() else None
        if content is None:
            yield fails(say("{name} is missing", name=name))
        elif digest(content) == value:
            whole += 1
        elif name_of(content, manifest) == name:
            yield note(say("{name} was signed: check it by itself", name=name))
        else:
            yield fails(say("{name} has changed", name=name))
    edition = manifest.edition
    yield holds(say("edition {edition}: {count} files as the build made them", edition=edition, count=whole))


def _scan(record: Signature, known: Evidence) -> Iterator[Statement]:
    name, day = record.oleh.nama, record.tanggal
    yield holds(say("the scan, as registered, of the paper that {name} signed on {date}", name=name, date=day))
    if record in known.of(record.berkas):
        yield holds(say("what was signed is {name} of this build", name=record.berkas))
    yield from known.elsewhere(record.berkas)


def _on_paper(name: str | None, known: Evidence) -> Iterator[Statement]:
    for record in known.of(name) if name else ():
        if record.cara is SigningWay.INK:
            signer, day = record.oleh.nama, record.tanggal
            yield holds(say("signed on paper by {name} on {date}; the scan is registered", name=signer, date=day))
