"""What an edition's outputs were made from, and what they were: kept beside them, and compared before the next build.

The full build is the definition: what a trace calls unchanged is what it would write, byte for byte, and
tests/jobs/rebuild holds it to that. A trace lies in build/, where others may write: nothing approved, signed or
given out is ever taken from one.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from sopgen.files import write_file
from sopgen.jobs.rebuild.causes import causes_digest, file_digest, read_record
from sopgen.jobs.rebuild.former import FormerOutputs
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.workspace import editions

FOLDER: Final = ".jejak"
MANIFEST: Final = "manifest.json"


@dataclass(frozen=True)
class Trace:
    """The digest of the causes, the folder of the outputs; the digests of the unit's pictures and of what was made.

    `pictures` has absolute paths, `written` those in the folder of all outputs: of the manifest, of the text that is
    kept. `parts` tells of outputs what they were made of (see former.py).
    """

    causes: str
    folder: str
    pictures: dict[str, str]
    written: dict[str, str]
    parts: dict[str, str]


def unchanged(asked: BuildRequest) -> list[Path]:
    """Return the output folders of all editions that are asked for where each stands as it would come out; else none.

    Raises SpecError where there is no edition.
    """
    found = [standing(path, asked) for path in editions(asked.specs)]
    folders = [folder for folder in found if folder]
    return folders if len(set(folders)) == len(found) else []


def standing(spec: Path, asked: BuildRequest) -> Path | None:
    """Return the output folder of an edition that a build would write again as it stands; None where it would not."""
    if asked.release or asked.pdf_engine != "typst":
        return None
    try:
        trace = _read(asked.out, spec)
        same = trace is not None and _are(Path(), trace.pictures) and causes_digest(spec) == trace.causes
        return asked.out / trace.folder if trace and same and _is_whole(asked.out, trace) else None
    except OSError:  # the build tells of it
        return None


def former_outputs(spec: Path, out: Path, base: str) -> FormerOutputs:
    """Return what the last build of an edition wrote; without a trace, or with another manifest, nothing."""
    trace = _read(out, spec)
    if trace is None or not _are(out, trace.written):
        return FormerOutputs(base)
    folder = out / trace.folder
    listed = read_record(folder / MANIFEST).get("files")
    return FormerOutputs(base, folder, trace.parts, listed if isinstance(listed, dict) else {})


def keep_trace(spec: Path, out: Path, trace: Trace) -> None:
    """Keep what an edition's outputs were made from."""
    write_file(_path(out, spec), (json.dumps(asdict(trace), indent=1, sort_keys=True) + "\n").encode())


def written(out: Path, folder: Path, others: Sequence[Path]) -> dict[str, str]:
    """Return the digests of the manifest of an output folder, and of the other files that a build wrote."""
    return {path.relative_to(out).as_posix(): file_digest(path) for path in (folder / MANIFEST, *others)}


def _is_whole(out: Path, trace: Trace) -> bool:
    """Tell whether the outputs are those that were made: each by its digest, and no file besides."""
    folder = out / trace.folder
    if not _are(out, trace.written):
        return False
    listed = read_record(folder / MANIFEST).get("files")
    there = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    if not isinstance(listed, dict) or there.keys() != {*listed, MANIFEST}:
        return False
    return _are(folder, listed)


def _are(place: Path, digests: Mapping[str, str]) -> bool:
    return all(file_digest(place / name) == digest for name, digest in digests.items())


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def _read(out: Path, spec: Path) -> Trace | None:
    told = read_record(_path(out, spec))
    try:
        return Trace(
            causes=str(told["causes"]),
            folder=str(told["folder"]),
            pictures=dict(told["pictures"]),  # type: ignore[call-overload]
            written=dict(told["written"]),  # type: ignore[call-overload]
            parts=dict(told["parts"]),  # type: ignore[call-overload]
        )
    except (KeyError, TypeError, ValueError):  # of another version, or damaged
        return None


def _path(out: Path, spec: Path) -> Path:
    return out / FOLDER / f"{hashlib.sha256(str(spec.absolute()).encode()).hexdigest()}.json"
