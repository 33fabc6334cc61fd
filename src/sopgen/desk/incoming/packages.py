"""Kemas, Buka kemasan: an approved edition as one signed file, and another office's opened in a folder of its own."""

from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, HandedFile, Values, receiving_for, writing
from sopgen.desk.incoming.held import as_file
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_file, open_office
from sopgen.desk.session.opened import opened
from sopgen.desk.start.folders import place_to_make
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.overlays.begin import folder_begun_from
from sopgen.jobs.sharing.pack import ENDING, packed
from sopgen.jobs.sharing.unpack import unpacked


class PackAsked(Values):
    """An edition, as the page calls it."""

    edisi: str


class PackagePlace(Values):
    """Where a package is opened: the folder it is to lie in, and the new folder's name."""

    di: str
    nama: str


class UnitPlace(PackagePlace):
    """Where the folder of a unit is made that begins with a base, and the unit's name as documents print it."""

    satuan: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes; those below /api/folder are for who sits at this computer."""
    return [
        writing("/api/kemasan", PackAsked, noted(LoggedAct.PACKED, made, lambda asked, _: asked.edisi)),
        receiving_for("/api/folder/kemasan", PackagePlace, unwrapped),
        receiving_for("/api/folder/dari-dasar", UnitPlace, begun_from_base),
    ]


def made(asked: PackAsked) -> Answer:
    """Return the package of an approved edition, as `sopgen pack` makes it."""
    path, session = edition_file(asked.edisi), opened(asked.edisi).session
    with session.turn:
        session.rest()
        session.keep()
    name = f"{asked.edisi.replace('/', '-')}{ENDING}"
    with TemporaryDirectory(prefix="sopgen-") as folder:
        found = packed(path, Path(folder, name))
        return {"nama": name, "isi": b64encode(found.path.read_bytes()).decode(), "catatan": found.note}


def unwrapped(asked: PackagePlace, file: HandedFile) -> Answer:
    """Verify a package and open it in a new folder, as `sopgen open` does; the desk stays where it is."""
    with as_file(file) as path:
        found = unpacked(path, place_to_make(Path(asked.di), asked.nama))
    told = found.contents
    return {
        "folder": str(found.folder),
        "judul": told.judul,
        "edisi": told.edisi,
        "satuan": told.satuan,
        "keadaan": told.keadaan,
        "kunci": "" if found.key == "-" else found.key,
    }


def begun_from_base(asked: UnitPlace, file: HandedFile) -> Answer:
    """Make the folder of a unit that begins with a base of the office above, as `sopgen new --base` does."""
    folder = place_to_make(Path(asked.di), asked.nama)
    with as_file(file) as path:
        folder_begun_from(folder, path, asked.satuan.strip())
    open_office(folder)
    return {}
