"""The working folder that the desk has open: which editions it holds, and by what the page names them."""

import os
from pathlib import Path

from sopgen.desk.running import LAST_FOLDER, running
from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.workspace import start


def is_office(folder: Path) -> bool:
    """Tell whether a folder is a unit's working folder."""
    return (folder / "spec" / "satuan.yaml").is_file()


def opened_office() -> Path | None:
    """Return the working folder that is open: the process stands in it."""
    here = Path.cwd()
    return here if is_office(here) else None


def open_office(folder: Path) -> None:
    """Go into a working folder, and remember it for the next start."""
    if not is_office(folder):
        raise SopgenError(say("this folder holds no unit's files. fix: choose another one, or make a new one"))
    os.chdir(folder)
    running().put(**{LAST_FOLDER: str(folder.absolute())})


def new_office(folder: Path, sample: str | None) -> None:
    """Make a working folder, and go into it."""
    start(folder, sample)
    open_office(folder)


def edition_files() -> dict[str, Path]:
    """Return the files of the editions by the names that the page gives them: `<sop>/<edisi>`."""
    found = sorted(Path("spec", "sop").glob("*/*.yaml"))
    return {f"{path.parent.name}/{path.stem}": path for path in found}


def edition_file(name: str) -> Path:
    """Return the file of an edition; only what stands in the folder is one."""
    found = edition_files().get(name)
    if found is None:
        raise SopgenError(say("this edition is no longer there. fix: load the page anew"))
    return found
