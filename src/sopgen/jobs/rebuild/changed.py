"""The build that leaves alone what stands as it would come out: of many editions only the others are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sopgen.errors import SopgenError, together
from sopgen.jobs.accept_word.kept import built_path
from sopgen.jobs.build import buildable, made
from sopgen.jobs.rebuild.causes import causes_digest, typeset_alone
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.jobs.rebuild.trace import Trace, keep_trace, standing, written
from sopgen.jobs.templates.agreement import template_warnings
from sopgen.read.emblem import PICTURES
from sopgen.read.load import Edition
from sopgen.workspace import editions


@dataclass(frozen=True)
class Built:
    """The output folder of an edition, and whether it was made; else it stands as it was."""

    folder: Path
    anew: bool


def build_changed(asked: BuildRequest) -> Iterator[Built]:
    """Make the outputs of each edition that does not stand as it would come out, and yield the folders of all.

    Raises SopgenError as `build_all` does, which makes them all: that is what this must come to.
    """
    faults: list[SopgenError] = []
    # Taken before anything is read: what is changed meanwhile is made again the next time.
    before = {path: _causes(path) for path in editions(asked.specs)}
    for edition in buildable(asked, faults):
        if folder := standing(edition.path, asked):
            yield Built(folder, anew=False)
            continue
        try:
            folder = made(edition, asked)
        except SopgenError as error:
            faults.append(error)
        else:
            _note(edition, asked, folder, before[edition.path])
            yield Built(folder, anew=True)
    if faults:
        raise together(faults)


def _causes(path: Path) -> str | None:
    try:
        return causes_digest(path)
    except OSError:  # the build tells of it
        return None


def _note(edition: Edition, asked: BuildRequest, folder: Path, causes: str | None) -> None:
    """Keep what an edition was made from, where that is known whole and nothing of it is given out or warned of."""
    path, out = edition.path, asked.out
    if causes is None or edition.life.released or asked.release or asked.pdf_engine != "typst":
        return
    if not typeset_alone(path) or template_warnings([path]):
        return
    kept = written(out, folder, [built_path(edition, out)])
    try:
        keep_trace(path, out, Trace(causes, folder.relative_to(out).as_posix(), _pictures(edition), kept))
    except SopgenError:  # it is made again the next time
        return


def _pictures(edition: Edition) -> dict[str, str]:
    """Return the digests of the pictures as they were read, by the paths that the unit names."""
    home, read = Path(edition.unit_source.file).absolute().parent, (edition.emblems.own, edition.emblems.right)
    named = ((getattr(edition.unit, key), content) for key, content in zip(PICTURES, read, strict=True))
    return {str(home / name): sha256(content).hexdigest() for name, content in named if name and content}
