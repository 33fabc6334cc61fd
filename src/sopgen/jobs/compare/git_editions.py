"""From what a user names to an edition: a spec file, or a spec as it stood at a git revision (`v1.0:spec/x.yaml`)."""

import posixpath
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, SpecError
from sopgen.messages import say
from sopgen.read.emblem import PICTURES
from sopgen.read.load import Edition, load_edition
from sopgen.read.overlay.base import FOLDER
from sopgen.read.overlay.spec import MOST_BASES, MergedSource
from sopgen.read.source import Source, parse
from sopgen.tools import git

# One letter before the colon is a Windows drive (C:\kerja\spec.yaml).
AT_REVISION: Final = re.compile(r"(?P<revision>[^:]{2,}|@):(?P<path>.+)")
UNIT: Final = "satuan.yaml"


def open_edition(name: str) -> Edition:
    """Return the edition that a user names; raise SpecError with its faults.

    As in git, the path after a revision begins at the repository's top, or with `./` in the present folder.
    Raises SopgenError where git does not know the revision or its file, ToolMissing where git is missing.
    """
    found = AT_REVISION.fullmatch(name)
    if found is None or Path(name).exists():
        return load_edition(Path(name))
    path = found["path"].replace("\\", "/")
    if path.startswith("."):
        path = git.prefix(Path.cwd()) + path
    return _at(found["revision"], posixpath.normpath(path), Path.cwd())


def edition_at(revision: str, spec: Path) -> Edition:
    """Return a spec file as it stood at a revision of the repository that holds it (errors as open_edition)."""
    folder = spec.absolute().parent
    return _at(revision, git.prefix(folder) + spec.name, folder)


def _at(revision: str, path: str, folder: Path) -> Edition:
    known = git.commit(folder, revision)
    with tempfile.TemporaryDirectory(prefix="sopgen-") as made:
        top = Path(made).resolve()
        _put(top, path, _file(folder, (known, revision), path))
        unit = _unit(folder, (known, revision), path)
        _put(top, unit, _file(folder, (known, revision), unit))
        try:
            _put_emblems(top, unit, folder, known)
            _put_bases(top, path, folder, known)
            return _renamed(load_edition(top / path), top, revision)
        except SpecError as error:
            faults = [replace(fault, file=_name(fault.file, top, revision)) for fault in error.problems]
            raise SpecError(faults) from error


def _file(folder: Path, told: tuple[str, str], path: str) -> bytes:
    known, revision = told
    outside = path.startswith(("../", "/"))
    content = None if outside else git.blob(folder, known, path)
    if content is None:
        fix = say("name the path as the repository's top folder sees it")
        raise SopgenError(say('revision "{name}" has no file {path}. fix: {fix}', name=revision, path=path, fix=fix))
    return content


def _unit(folder: Path, told: tuple[str, str], path: str) -> str:
    """Return the path of the nearest satuan.yaml above the spec."""
    known, revision = told
    parts = path.split("/")[:-1]
    nearest = ["/".join([*parts[:n], UNIT]) for n in range(len(parts), -1, -1)]
    there = git.files(folder, known, nearest)
    found = next((one for one in nearest if one in there), None)
    if found is None:
        what, fix = say("there is no satuan.yaml above it"), say("write spec/satuan.yaml")
        raise SpecError([Problem(f"{revision}:{path}", 1, 1, "YM01", what, fix)])
    return found


def _put(top: Path, path: str, content: bytes) -> None:
    place = top / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _put_emblems(top: Path, unit: str, folder: Path, known: str) -> None:
    """Put the unit's pictures beside its file; what is missing or lies elsewhere is told by the reader."""
    data = parse(top / unit).data
    for name in (data.get(key) for key in PICTURES) if isinstance(data, dict) else ():
        if isinstance(name, str):
            _put_emblem(top, unit, name, (folder, known))


def _put_bases(top: Path, path: str, folder: Path, known: str) -> None:
    """Put the base of an overlay, and what that rests on, where they stood; a missing one is told by the reader."""
    for _ in range(MOST_BASES):
        data = parse(top / path).data
        name = data.get("dasar") if isinstance(data, dict) else None
        if not isinstance(name, str) or ".." in name:
            return
        parts = path.split("/")[:-1]
        above = ["/".join(parts[:n]) for n in range(len(parts), -1, -1)]
        shelves = [posixpath.join(one, shelf) for one in above for shelf in (FOLDER, f"spec/{FOLDER}")]
        nearest = [posixpath.join(shelf, f"{name}.yaml") for shelf in shelves]
        there = git.files(folder, known, nearest)
        found = next((one for one in nearest if one in there), None)
        content = git.blob(folder, known, found) if found else None
        if found is None or content is None:
            return
        _put(top, found, content)
        path = found


def _put_emblem(top: Path, unit: str, name: str, told: tuple[Path, str]) -> None:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(unit), name.replace("\\", "/")))
    content = None if path.startswith(("../", "/")) or ":" in path else git.blob(*told, path)
    if content is not None:
        _put(top, path, content)


def _renamed(edition: Edition, top: Path, revision: str) -> Edition:
    """Return the edition whose sources bear the names that the user knows."""

    def named(source: Source) -> Source:
        name = _name(source.file, top, revision)
        if isinstance(source, MergedSource):
            return replace(source, file=name, own=named(source.own), base=named(source.base))
        return replace(source, file=name)

    path = edition.path.relative_to(top)
    return replace(edition, path=path, sop_source=named(edition.sop_source), unit_source=named(edition.unit_source))


def _name(file: str, top: Path, revision: str) -> str:
    path = Path(file)
    return f"{revision}:{path.relative_to(top).as_posix()}" if path.is_relative_to(top) else file
