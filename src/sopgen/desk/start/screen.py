"""The routes of Beranda."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, reading, writing
from sopgen.desk.closing import close
from sopgen.desk.noted import guest, noted
from sopgen.desk.office import edition_file, edition_name, new_office, open_office, opened_office
from sopgen.desk.start.folders import first_place, known_folders, place_to_make, places, subfolders
from sopgen.desk.start.overview import base_names, checked, editions, last_letters, sample_names
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.edit.revise import begun
from sopgen.jobs.edit.sample_sop import sop_begun
from sopgen.jobs.office.log import LoggedAct, logged
from sopgen.jobs.overlays.begin import edition_begun_from
from sopgen.messages import say

MOST_LINES: Final = 100


class ChosenFolder(Values):
    """A folder that is to be opened."""

    folder: str


class NewFolder(Values):
    """A folder that is to be made: its name, the folder it is to lie in, and what it begins with."""

    di: str
    nama: str
    contoh: str | None = None


class LookedInto(Values):
    """A folder whose folders are listed; without one, where people keep their documents."""

    di: str = ""


class EditionAsked(Values):
    """The edition that the next one is made from, and the next one's name."""

    dari: str
    nama: str


class SopAsked(Values):
    """An SOP that is to begin: its short name, and the sample it is made from."""

    nama: str
    contoh: str


class BaseAsked(Values):
    """The base that the unit's own edition begins over, and the unit's name as documents print it."""

    dasar: str
    nama: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/beranda", Nothing, overview),
        reading("/api/beranda/periksa", Nothing, checks),
        reading("/api/edisi", Nothing, every_edition),
        reading("/api/folder", LookedInto, listed),
        writing("/api/folder/buka", ChosenFolder, opened),
        writing("/api/folder/baru", NewFolder, noted(LoggedAct.FOLDER, made, lambda asked, _: asked.nama)),
        writing("/api/edisi/baru", EditionAsked, noted(LoggedAct.EDITION, edition_begun, _edition_of)),
        writing("/api/sop/baru", SopAsked, noted(LoggedAct.SOP, begun_from_sample, _edition_of)),
        writing("/api/edisi/dari-dasar", BaseAsked, noted(LoggedAct.EDITION, begun_over_base, _edition_of)),
        reading("/api/catatan", Nothing, log_lines),
        writing("/api/tutup", Nothing, closed),
    ]


def overview(_: Nothing) -> Answer:
    """Return the folder that is open, its editions, and its last letters."""
    folder = opened_office()
    samples = sample_names()
    if folder is None:
        return {"folder": None, "contoh": samples, "dikenal": known_folders()}
    others = [one for one in known_folders() if one["folder"] != str(folder)]
    return {
        "folder": folder.name,
        "lengkap": str(folder),
        "tamu": guest(),
        "contoh": samples,
        "dikenal": others,
        **editions(),
        "dasar": base_names(),
        "surat": last_letters(),
    }


def checks(_: Nothing) -> Answer:
    """Return how many findings stand against each edition; the editions are told first, since this takes a while."""
    return {"edisi": checked()}


def every_edition(_: Nothing) -> Answer:
    """Return the editions, for a screen that asks which one it is about."""
    return {"edisi": editions()["edisi"] if opened_office() else []}


def listed(asked: LookedInto) -> Answer:
    """Return the folders of a folder, and where else one may look."""
    folder = Path(asked.di) if asked.di else first_place()
    return {**subfolders(folder), "tempat": places()}


def opened(asked: ChosenFolder) -> Answer:
    """Open a working folder."""
    open_office(Path(asked.folder))
    return {}


def made(asked: NewFolder) -> Answer:
    """Make a working folder, with the shipped editions or a sample."""
    new_office(place_to_make(Path(asked.di), asked.nama), asked.contoh)
    return {}


def edition_begun(asked: EditionAsked) -> Answer:
    """Begin the next edition of an SOP."""
    path = begun(edition_file(asked.dari), asked.nama)
    return {"edisi": edition_name(path)}


def begun_from_sample(asked: SopAsked) -> Answer:
    """Begin another SOP; its short name becomes the name of its folder."""
    return {"edisi": edition_name(sop_begun(Path(), "-".join(asked.nama.lower().split()), asked.contoh))}


def begun_over_base(asked: BaseAsked) -> Answer:
    """Begin the unit's own edition over a base: it says only what differs."""
    if not asked.nama.strip():
        raise SopgenError(with_fix(say("the name of the unit is missing"), say("write it as documents print it")))
    return {"edisi": edition_name(edition_begun_from(asked.dasar, asked.nama.strip()))}


def _edition_of(_: EditionAsked | SopAsked | BaseAsked, answer: Answer) -> str:
    return str(answer["edisi"])


def log_lines(_: Nothing) -> Answer:
    """Return the last acts of the office's log."""
    found = logged(Path.cwd(), MOST_LINES) if opened_office() else []
    return {
        "catatan": [
            {"waktu": one.waktu, "siapa": one.siapa, "apa": one.words, "tentang": one.tentang} for one in found
        ]
    }


def closed(_: Nothing) -> dict[str, Literal[True]]:
    """End the desk, after this is answered."""
    close()
    return {"tutup": True}
