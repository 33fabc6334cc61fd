"""The units of an office, each a folder with its satuan.yaml and its editions in sop/."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import WrongUsage, with_fix
from sopgen.messages import say

FOLDER: Final = "satuan"
FILE: Final = "satuan.yaml"


@dataclass(frozen=True)
class UnitFolder:
    """A unit: its name among the others, its file, its editions."""

    name: str
    file: Path
    editions: tuple[Path, ...]


def unit_folders(named: Sequence[Path]) -> list[UnitFolder]:
    """Return the units that are named by their folders or files; all of satuan/ where none is.

    Raises WrongUsage where a name is no unit's, two have the same name, or there is none at all.
    """
    paths = list(named) or sorted(path for path in Path(FOLDER).glob("*") if _file(path).is_file())
    found = [_unit(path) for path in paths]
    if not found:
        what = say("there are no units here")
        raise WrongUsage(with_fix(what, say("put each into a folder satuan/<name>/ with its satuan.yaml and sop/")))
    names = [one.name.casefold() for one in found]
    if twice := next((one for one in found if names.count(one.name.casefold()) > 1), None):
        what = say('two units are called "{name}"', name=twice.name)
        raise WrongUsage(with_fix(what, say("give their folders different names")))
    return found


def _unit(path: Path) -> UnitFolder:
    file = path if path.name == FILE else _file(path)
    if not file.is_file():
        what = say("{path} is no unit: there is no satuan.yaml", path=path)
        raise WrongUsage(with_fix(what, say("name a folder such as satuan/polres-contoh, with satuan.yaml and sop/")))
    home = file.absolute().parent
    name = home.parent.name if home.name == "spec" else home.name
    return UnitFolder(name, file, tuple(sorted((file.parent / "sop").glob("*/*.yaml"))))


def _file(folder: Path) -> Path:
    """Return the satuan.yaml of a unit's folder, or of a working folder of its own."""
    return next((path for path in (folder / FILE, folder / "spec" / FILE) if path.is_file()), folder / FILE)
