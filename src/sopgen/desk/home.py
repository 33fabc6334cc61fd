"""Beranda: the editions with their states, and the working folder."""

from collections.abc import Sequence
from pathlib import Path

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, reading, writing
from sopgen.desk.office import edition_files, new_office, open_office, opened_office
from sopgen.errors import SpecError
from sopgen.read.load import Edition, load_edition
from sopgen.workspace import samples


class Folder(Values):
    """A folder that is to be opened, or made."""

    folder: str
    contoh: str | None = None


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/beranda", Nothing, overview),
        writing("/api/folder/buka", Folder, opened),
        writing("/api/folder/baru", Folder, made),
    ]


def overview(_: Nothing) -> Answer:
    """Return the folder that is open, and its editions."""
    folder = opened_office()
    if folder is None:
        return {"folder": None, "contoh": samples(), "tempat": str(Path.home() / "sopgen")}
    return {"folder": folder.name, "edisi": [_told(name, path) for name, path in edition_files().items()]}


def _told(name: str, path: Path) -> Answer:
    try:
        edition: Edition | None = load_edition(path)
    except SpecError:
        edition = None
    if edition is None:
        return {"nama": name, "judul": name, "keadaan": "rusak"}
    sop = edition.sop
    return {"nama": name, "judul": sop.judul, "keadaan": sop.status.value, "edisi": sop.edisi}


def opened(asked: Folder) -> Answer:
    """Open a working folder."""
    open_office(Path(asked.folder))
    return {}


def made(asked: Folder) -> Answer:
    """Make a working folder, with the shipped editions or a sample."""
    new_office(Path(asked.folder), asked.contoh)
    return {}
