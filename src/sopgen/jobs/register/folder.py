"""WHERE an office's register is, and whose it is: both follow from the working folder."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.unit import Unit
from sopgen.read.load import load_unit
from sopgen.register.look import RegisterView
from sopgen.register.opening import exists, open_existing, open_register
from sopgen.register.store import Register
from sopgen.workspace import working_folder

PLACE: Final = Path("register", "surat-perintah.sqlite")
LETTERS: Final = "surat"
ZONES: Final = {"WIB": 7, "WITA": 8, "WIT": 9}


def address(url: str | None, near: Path | None = None) -> str:
    """Return the address of the register: the given one, else the file of the working folder that holds `near`.

    Raises SopgenError where there is neither.
    """
    if url:
        return url
    home = working_folder(near)
    if home is None:
        fix = say("go to the working folder (it holds spec/satuan.yaml), or name the register by its address")
        raise SopgenError(say("this is no working folder. fix: {fix}", fix=fix))
    return f"sqlite:///{home / PLACE}"


def letters_folder(near: Path | None = None) -> Path:
    """Return where the letters of the working folder are: surat/ in it, named as the current folder sees it."""
    home = working_folder(near)
    return Path(LETTERS) if home in (None, Path.cwd()) else home / LETTERS


def new_letters_folder(near: Path) -> Path:
    """Return where new letters go: the working folder's surat/ for who stands in it, else one where he stands."""
    home = working_folder(near)
    return letters_folder(near) if home and Path.cwd().is_relative_to(home) else Path(LETTERS)


def office_name(unit: Unit) -> str:
    """Return the name by which a register knows an office: its letterhead and its own name, in one spelling."""
    return " / ".join(" ".join(line.upper().split()) for line in dict.fromkeys((*unit.kop, unit.nama)))


def unit_here(near: Path | None = None) -> Unit | None:
    """Return the unit of the working folder, None outside of one. Raises SpecError with its faults."""
    home = working_folder(near)
    return load_unit(home / "spec" / "satuan.yaml") if home else None


def office_here(near: Path | None = None) -> str:
    """Return the name of the working folder's office. Raises SopgenError outside of one."""
    unit = unit_here(near)
    if unit is None:
        raise SopgenError(say("no spec/satuan.yaml says whose register it is. fix: go to the working folder"))
    return office_name(unit)


def viewed(url: str | None, near: Path | None = None) -> RegisterView:
    """Return the working folder's register, to look into."""
    unit = unit_here(near)
    return open_existing(address(url, near), office_name(unit) if unit else None)


def opened(url: str | None, near: Path | None = None) -> Register:
    """Return the working folder's register, to write in."""
    return open_register(address(url, near), office_here(near))


def of_letters(unit: Unit, url: str | None, near: Path) -> Register:
    """Return the register that gives numbers to a unit's letters."""
    return open_register(address(url, near), office_name(unit))


def if_begun(unit: Unit, url: str | None, near: Path) -> Register | None:
    """Return the register of a unit's letters, None where none is begun; a given address is taken to be one."""
    if url is None and working_folder(near) is None:
        return None
    place = address(url, near)
    return open_register(place, office_name(unit)) if exists(place) else None


def today(unit: Unit) -> date:
    """Return the day that it is where the unit is."""
    hours = ZONES.get(unit.zona_waktu.upper(), 7)
    return datetime.now(timezone(timedelta(hours=hours))).date()
