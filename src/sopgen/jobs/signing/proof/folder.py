"""What a manifest proves of the files beside it."""

from collections.abc import Iterator
from pathlib import Path

from sopgen.jobs.signing.final_files import NAME, digest, name_of
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.origin import origin
from sopgen.jobs.signing.proof.pdf import pdf_findings
from sopgen.jobs.signing.proof.result import Statement, Verdict, fails, holds, note
from sopgen.jobs.signing.records import COPY
from sopgen.messages import say


def manifest_findings(folder: Path, known: Evidence) -> Iterator[Statement]:
    """Yield whether every file of the manifest is there as it says; signed ones go on, others are named."""
    manifest = known.manifest
    if manifest is None:
        return
    whole = 0
    for name, value in manifest.files.items():
        path = folder / name
        content = path.read_bytes() if path.is_file() else None
        if content is None:
            yield fails(say("{name} is missing", name=name))
        elif digest(content) == value:
            whole += 1
            yield from (one for one in origin(known, name) if one.verdict is not Verdict.HOLDS)
        else:
            yield from _signed(name, content, known)
    yield holds(say("edition {edition}: {count} files as the manifest says", edition=manifest.edition, count=whole))
    yield from _unknown(folder, known)


def _signed(name: str, content: bytes, known: Evidence) -> Iterator[Statement]:
    """Yield what a file proves that is not as the manifest says: only a signed PDF may go on from there."""
    if known.manifest is None or name_of(content, known.manifest) != name:
        yield fails(say("{name} has changed", name=name))
        return
    found = [one for one in pdf_findings(content, known) if one.verdict is Verdict.FAILS]
    for one in found:
        yield fails(f"{name}: {one.text}")
    if not found:
        yield holds(say("{name} was signed, and nothing else added: check it by itself", name=name))


def _unknown(folder: Path, known: Evidence) -> Iterator[Statement]:
    """Yield the files beside the manifest that neither it nor the record knows: nothing here speaks for them."""
    assert known.manifest is not None
    results = {one.hasil for one in known.records}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in (NAME, COPY) and name not in known.manifest.files and digest(path.read_bytes()) not in results:
            yield note(say("{name} is no file of this edition: nothing was proved of it", name=name))
