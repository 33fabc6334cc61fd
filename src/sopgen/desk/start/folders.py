"""The folders of this computer, as far as one is chosen for the office's work."""

import re
import sys
from pathlib import Path
from typing import Final

from sopgen.desk.office import is_office
from sopgen.desk.running import FOLDERS, running
from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_reason

MOST: Final = 500
# Where documents lie, as the systems and their languages call it.
DOCUMENTS: Final = ("Documents", "Dokumen")
# What Windows keeps out of a name, and what would lead elsewhere.
NOT_IN_A_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^\.|[. ]$')


def first_place() -> Path:
    """Return where one begins to look: the documents, else the home folder."""
    home = Path.home()
    return next((home / name for name in DOCUMENTS if (home / name).is_dir()), home)


def places() -> list[dict[str, str]]:
    """Return where one may look: home, documents, desktop, the drives of Windows."""
    home = Path.home()
    found = [(say("Home folder"), home)]
    found += [(say("Documents"), home / name) for name in DOCUMENTS]
    found += [(say("Desktop"), home / "Desktop")]
    if sys.platform == "win32":
        found += [(f"{letter}:", Path(f"{letter}:\\")) for letter in "CDEFGH"]
    return [{"nama": name, "folder": str(path)} for name, path in found if path.is_dir()]


def subfolders(folder: Path) -> dict[str, object]:
    """Return the folders in a folder, the hidden ones left out. Raises SopgenError where it can not be read."""
    here = folder.expanduser().absolute()
    try:
        found = sorted((one for one in here.iterdir() if _shown(one)), key=lambda one: one.name.casefold())
    except OSError as error:
        what = say("this folder can not be opened: {reason}", reason=system_reason(error))
        fix = say("choose another one, or ask who looks after this computer to let you in")
        raise SopgenError(with_fix(what, fix)) from error
    told = [{"nama": one.name, "folder": str(one), "kantor": is_office(one)} for one in found[:MOST]]
    above = str(here.parent) if here.parent != here else ""
    return {"di": str(here), "nama": here.name or str(here), "atas": above, "kantor": is_office(here), "isi": told}


def _shown(path: Path) -> bool:
    try:
        return not path.name.startswith((".", "$")) and path.is_dir()
    except OSError:
        return False


def place_to_make(parent: Path, name: str) -> Path:
    """Return the folder that a name gives in a folder; raise SopgenError where it is no name of a folder."""
    clean = name.strip()
    if not clean or NOT_IN_A_NAME.search(clean):
        raise SopgenError(say("a folder can not have this name. fix: write letters, digits and blanks only"))
    return parent.absolute() / clean


def known_folders() -> list[dict[str, str]]:
    """Return the working folders that were opened before and are still there, the last one first."""
    found = [Path(one) for one in running().told().get(FOLDERS, ()) if isinstance(one, str)]
    return [{"nama": one.name, "folder": str(one)} for one in found if is_office(one)]
