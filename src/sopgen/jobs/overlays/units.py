"""The units of an office: in satuan/ a working folder each, with spec/satuan.yaml and its editions in spec/sop/.

Templates, laws and bases are those of the office around them, where a unit has none of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import WrongUsage, with_fix
from sopgen.messages import say
from sopgen.model.page import PdfEngine

FOLDER: Final = "satuan"
FILE: Final = "satuan.yaml"


@dataclass(frozen=True)
class UnitFolder:
    """A unit: its name among the others, its file, its editions."""

    name: str
    file: Path
    editions: tuple[Path, ...]


@dataclass(frozen=True)
class UnitsRequest:
    """Which units' editions are to be made (none named: all of satuan/), where to, how, by whom.

    By as many processes as `workers` says, or by the dask cluster of the address `scheduler`.
    """

    units: Sequence[Path] = ()
    out: Path = Path("build")
    pdf_engine: PdfEngine = "typst"
    release: bool = False
    workers: int | None = None
    scheduler: str | None = None


def unit_folders(named: Sequence[Path]) -> list[UnitFolder]:
    """Return the units that are named by their folders or files; all of satuan/ where none is.

    Raises WrongUsage where a name is no unit's, two have the same name, or there is none at all.
    """
    paths = list(named) or sorted(path for path in Path(FOLDER).glob("*") if _file(path).is_file())
    found = [_unit(path) for path in paths]
    if not found:
        what = say("there are no units here")
        raise WrongUsage(
            with_fix(
                what,
                say("put each into a folder satuan/<name>/ with spec/satuan.yaml, or use `sopgen new-unit`"),
            )
        )
    names = [one.name.casefold() for one in found]
    if twice := next((one for one in found if names.count(one.name.casefold()) > 1), None):
        what = say('two units are called "{name}"', name=twice.name)
        raise WrongUsage(with_fix(what, say("give their folders different names")))
    return found


def units_and_own(named: Sequence[Path]) -> list[UnitFolder]:
    """Return the units that are named; where none is all of satuan/, and the working folder's own editions."""
    if named:
        return unit_folders(named)
    own = UnitFolder(Path.cwd().name, Path("spec", FILE), tuple(sorted(Path("spec", "sop").glob("*/*.yaml"))))
    others = unit_folders(()) if any(_file(path).is_file() for path in Path(FOLDER).glob("*")) else []
    return [own, *others]


def _unit(path: Path) -> UnitFolder:
    file = path if path.name == FILE else _file(path)
    if not file.is_file():
        what = say("{path} is no unit: there is no satuan.yaml", path=path)
        raise WrongUsage(with_fix(what, say("name a folder such as satuan/polres-contoh, with spec/satuan.yaml")))
    home = file.absolute().parent
    name = home.parent.name if home.name == "spec" else home.name
    return UnitFolder(name, file, tuple(sorted((file.parent / "sop").glob("*/*.yaml"))))


def _file(folder: Path) -> Path:
    """Return the satuan.yaml of a unit's folder, or of a working folder of its own."""
    return next((path for path in (folder / "spec" / FILE, folder / FILE) if path.is_file()), folder / FILE)
