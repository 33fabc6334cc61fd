"""The build that leaves alone what stands as it would come out: of many editions only the others are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sopgen.errors import SopgenError, together
from sopgen.jobs.accept_word.kept import built_path
from sopgen.jobs.build import buildable, made
from sopgen.jobs.rebuild.causes import base_digest, causes_digest, typeset_alone
from sopgen.jobs.rebuild.former import FormerOutputs
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.jobs.rebuild.trace import Trace, former_outputs, keep_trace, standing, written
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
            former = _former(edition, asked)
            folder = made(edition, asked, former)
        except SopgenError as error:
            faults.append(error)
        else:
            causes = before[edition.path]
            if causes and former:
                kept = written(asked.out, folder, [built_path(edition, asked.out)])
                _note(edition, asked.out, Trace(causes, folder.name, _pictures(edition), kept, former.now))
            yield Built(folder, anew=True)
    if faults:
        raise together(faults)


def _causes(path: Path) -> str | None:
    try:
        return causes_digest(path)
    except OSError:  # the build tells of it
        return None


def _former(edition: Edition, asked: BuildRequest) -> FormerOutputs | None:
    """Return what may be taken from the last build; None where all is to be made, and nothing to be kept of it."""
    path = edition.path
    if edition.life.released or asked.release or asked.pdf_engine != "typst" or not typeset_alone(path):
        return None
    try:
        return former_outputs(path, asked.out, base_digest(path))
    except OSError:
        return None


def _note(edition: Edition, out: Path, made_of: Trace) -> None:
    """Keep what an edition was made from, where its templates warn of nothing: a warning is told each time."""
    if template_warnings([edition.path]):
        return
    try:
        keep_trace(edition.path, out, made_of)
    except SopgenError:  # it is made again the next time
        return


def _pictures(edition: Edition) -> dict[str, str]:
    """Return the digests of the pictures as they were read, by the paths that the unit names."""
    home, read = Path(edition.unit_source.file).absolute().parent, (edition.emblems.own, edition.emblems.right)
    named = ((getattr(edition.unit, key), content) for key, content in zip(PICTURES, read, strict=True))
    return {str(home / name): sha256(content).hexdigest() for name, content in named if name and content}
