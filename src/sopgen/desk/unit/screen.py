"""The routes of Satuan."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from sopgen.desk.calls import (
    Answer,
    FileAnswer,
    HandedFile,
    Nothing,
    Values,
    reading,
    receiving_for,
    sending,
)
from sopgen.desk.office_file.routes import OpenFile, routes_at, whole_of
from sopgen.desk.session.opened import kept_open
from sopgen.desk.session.routes import NamedEdition
from sopgen.desk.unit.session import UnitSession
from sopgen.jobs.edit.changes import with_value
from sopgen.jobs.edit.emblem import EmblemKey, picture_put
from sopgen.model.unit import PREFIXES, TITLES, FormSettings, OrderSettings
from sopgen.read.emblem import JPEG

UNIT_FILE: Final = Path("spec", "satuan.yaml")


class PictureHanded(Values):
    """A picture for the unit's emblem, from a window: its own, or that at the right of some heads."""

    jendela: str
    kunci: EmblemKey


class PictureAsked(Values):
    """One of the pictures of the unit; `ke` is another one with each change, so that the browser asks anew."""

    kunci: EmblemKey
    ke: int = 0


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        *routes_at("/api/satuan", lambda _: opened_unit()),
        reading("/api/satuan/bawaan", Nothing, usual),
        receiving_for("/api/satuan/lambang", PictureHanded, emblem),
        sending("/api/satuan/lambang/gambar", PictureAsked, emblem_picture),
    ]


def opened_unit() -> OpenFile[UnitSession]:
    """Return the unit of the working folder."""
    path = UNIT_FILE.absolute()
    return kept_open(path, lambda: OpenFile(UnitSession(path)))


def usual(_: Nothing) -> Answer:
    """Return what counts where the unit says nothing."""
    return {
        "surat_perintah": OrderSettings().model_dump(mode="json"),
        "formulir": FormSettings().model_dump(mode="json"),
        "judul": TITLES,
        "awalan": PREFIXES,
    }


def emblem(asked: PictureHanded, file: HandedFile) -> Answer:
    """Take a picture over as the unit's emblem, as `sopgen emblem` does; it can be undone."""
    one = opened_unit()
    with one.session.turn:
        one.refuse_watcher(asked.jendela)
        picture = picture_put(one.session.path.parent, file.content, asked.kunci)
        one.session.change(lambda source: with_value(source, (asked.kunci,), picture.name), (asked.kunci,))
        one.note("satuan")
    return whole_of(one, NamedEdition(nama="satuan", jendela=asked.jendela))


def emblem_picture(asked: PictureAsked) -> FileAnswer:
    """Send a picture of the unit."""
    one = opened_unit()
    with one.session.turn:
        emblems = one.session.emblems
    picture = (emblems.own if asked.kunci == "lambang" else emblems.right) or b""
    return FileAnswer("lambang.jpg" if picture.startswith(JPEG) else "lambang.png", picture, shown=True)
