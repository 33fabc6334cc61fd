"""The working folder that the desk has open: which editions it holds, and by what the page names them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, get_ident
from typing import Final

from sopgen.desk.running import running
from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.workspace import start

# Seconds that another folder waits for the work in this one.
LONGEST_WAIT: Final = 10
_TURN: Final = Condition()
_AT_WORK: Final[list[int]] = []


def is_office(folder: Path) -> bool:
    """Tell whether a folder is a unit's working folder."""
    return (folder / "spec" / "satuan.yaml").is_file()


def opened_office() -> Path | None:
    """Return the working folder that is open: the process stands in it."""
    here = Path.cwd()
    return here if is_office(here) else None


@contextmanager
def at_work() -> Iterator[None]:
    """Keep the working folder as it is meanwhile: the process stands in it, and answers there what is asked."""
    with _TURN:
        _AT_WORK.append(get_ident())
    try:
        yield
    finally:
        with _TURN:
            _AT_WORK.remove(get_ident())
            _TURN.notify_all()


def open_office(folder: Path) -> None:
    """Go into a working folder, and remember it for the next start; what is at work in the former one ends first."""
    if not is_office(folder):
        raise SopgenError(say("this folder holds no unit's files. fix: choose another one, or make a new one"))
    with _TURN:
        if not _TURN.wait_for(lambda: not [one for one in _AT_WORK if one != get_ident()], LONGEST_WAIT):
            raise SopgenError(say("sopgen is still at work in this folder. fix: wait until it is done"))
        os.chdir(folder)
    running().went_into(Path.cwd())


def new_office(folder: Path, sample: str | None) -> None:
    """Make a working folder, and go into it."""
    start(folder, sample)
    open_office(folder)


def edition_files() -> dict[str, Path]:
    """Return the files of the editions by the names that the page gives them: `<sop>/<edisi>`."""
    found = sorted(Path("spec", "sop").glob("*/*.yaml"))
    return {edition_name(path): path for path in found}


def edition_name(path: Path) -> str:
    """Return the name that the page gives an edition by its file."""
    return f"{path.parent.name}/{path.stem}"


def edition_file(name: str) -> Path:
    """Return the file of an edition; only what stands in the folder is one."""
    found = edition_files().get(name)
    if found is None:
        raise SopgenError(say("this edition is no longer there. fix: load the page anew"))
    return found
