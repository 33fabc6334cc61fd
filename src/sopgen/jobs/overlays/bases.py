"""The bases of a working folder: as they are, and as they were when overlays were brought to them."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import yaml

from sopgen.errors import SopgenError, SpecError, WrongUsage, with_fix
from sopgen.files import write_file
from sopgen.messages import nearest, say
from sopgen.read.overlay.base import KEPT, base_digest, base_files, kept_path, shelves
from sopgen.read.overlay.spec import MergedSource, is_overlay
from sopgen.read.source import Source, parse
from sopgen.workspace import as_given


def named_base(name: str | Path, near: Path) -> Path:
    """Return the file of a base that is named by its path, or as `<sop>/<edisi>`; raise WrongUsage where none is."""
    path = Path(name)
    if path.is_file():
        return path
    known = {one: as_given(path, near) for one, path in _by_name(near)}
    if str(name) not in known:
        what = say('there is no base "{name}"', name=name)
        hint = nearest(str(name), known) if known else say("put it at spec/dasar/{name}.yaml", name=name)
        raise WrongUsage(with_fix(what, hint))
    return known[str(name)]


def all_bases(near: Path) -> list[Path]:
    """Return the bases of a working folder."""
    return [as_given(path, near) for _, path in _by_name(near)]


def _by_name(near: Path) -> Iterator[tuple[str, Path]]:
    shelf = next(shelves(near), None)
    for path in base_files(shelf) if shelf else ():
        yield base_name(path), path


def base_name(path: Path) -> str:
    """Return what overlays call a base: <sop>/<edisi>."""
    return f"{path.parent.name}/{path.stem}"


def kept(base: Source) -> Path:
    """Keep a copy of a base under its digest, where there is none yet, and return its file."""
    path = kept_path(Path(base.file), base_digest(base.data))
    if not path.is_file():
        # What rests on another base is kept with all that it says: both may move on.
        whole = not isinstance(base, MergedSource)
        text = base.text if whole else yaml.safe_dump(base.data, allow_unicode=True, sort_keys=False)
        write_file(path, text.encode())
    return path


def former(base: Path, digest: str) -> Source:
    """Return a base as it was when it had a digest; raise SopgenError where no copy of it is kept."""
    for path in sorted((base.parents[1] / KEPT).glob("*/*.yaml")):
        with suppress(SpecError):  # a copy that can not be read is not the one
            source = parse(path)
            if base_digest(source.data) == digest:
                return source
    what = say("the former base of {base} with the digest {digest} is not kept", base=base, digest=digest[:16])
    fix = say("bring its copy back to {path}", path=kept_path(base, digest))
    raise SopgenError(with_fix(what, fix))


def rests_on(path: Path, base: Path) -> bool:
    """Tell whether a file is an overlay over a base."""
    with suppress(SpecError):
        source = parse(path)
        if is_overlay(source) and isinstance(source.data, dict) and source.data["dasar"] == base_name(base):
            return True
    return False
