"""The routes of Rupa."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, FileAnswer, Nothing, Values, reading, sending, writing
from sopgen.desk.look.fields import fields
from sopgen.desk.look.session import KINDS, LookSession
from sopgen.desk.office_file.routes import OpenFile, routes_at, whole_of
from sopgen.desk.session.opened import kept_open
from sopgen.desk.session.routes import NamedEdition
from sopgen.errors import SopgenError
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.templates.look_sample import look_file, look_sample, page_picture
from sopgen.messages import say


class PageAsked(Values):
    """A page (from 0) of what a look makes."""

    nama: str
    halaman: int = 0


class SampleAsked(Values):
    """What a look makes, as a file."""

    nama: str
    jenis: Literal["docx", "pdf"]


@dataclass
class OpenLook(OpenFile[LookSession]):
    """A look that is open, and the files of the sample that was made of it last, with what they were made from."""

    act = LoggedAct.LOOK
    made_from: object = ()
    sample: dict[str, bytes] = field(default_factory=dict)


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        *routes_at("/api/rupa", opened_look),
        reading("/api/rupa/daftar", Nothing, looks),
        reading("/api/rupa/isian", NamedEdition, form),
        reading("/api/rupa/gambar", PageAsked, picture),
        sending("/api/rupa/contoh", SampleAsked, sample_file),
        writing("/api/rupa/semula", NamedEdition, as_shipped),
    ]


def looks(_: Nothing) -> Answer:
    """Return the names of the looks that the working folder has."""
    return {"rupa": [name for name in KINDS if look_file(Path("templates"), name).is_file()]}


def opened_look(name: str) -> OpenLook:
    """Return a look of the working folder."""
    home = Path.cwd()
    if name not in KINDS or not look_file(home / "templates", name).is_file():
        raise SopgenError(say("this look is no longer there. fix: load the page anew"))
    return kept_open(look_file(home / "templates", name), lambda: OpenLook(LookSession(home, name)))


def form(asked: NamedEdition) -> Answer:
    """Return the fields of a look."""
    one = opened_look(asked.nama)
    with one.session.turn:
        return {"isian": fields(one.session)}


def _made(name: str, ending: str) -> bytes:
    """Return what the look makes as it was last valid; it may be written meanwhile."""
    one = opened_look(name)
    with one.session.turn:
        text = one.session.seen
    now = text, _state(one.session.home, name)
    if one.made_from != now:
        one.made_from, one.sample = now, {}
    sample = one.sample
    if ending not in sample:
        sample[ending] = look_sample(one.session.home, name, text, ending)
    return sample[ending]


def _state(home: Path, name: str) -> list[tuple[str, int]]:
    """Return when the files were written that a sample is made from, besides the look."""
    folders = (home / "spec", *(home / "spec" / "sop").glob("*"), home / "templates" / name)
    files = sorted(path for folder in folders for path in folder.glob("*.*") if path.name != "rupa.yaml")
    return [(path.as_posix(), path.stat().st_mtime_ns) for path in files]


def picture(asked: PageAsked) -> Answer:
    """Return a page as it is printed by the look, and how many there are."""
    content, count = page_picture(_made(asked.nama, "pdf"), asked.halaman)
    return {"gambar": base64.b64encode(content).decode(), "jumlah": count}


def sample_file(asked: SampleAsked) -> FileAnswer:
    """Return what the look makes as a file."""
    return FileAnswer(f"contoh-{asked.nama}.{asked.jenis}", _made(asked.nama, asked.jenis))


def as_shipped(asked: NamedEdition) -> Answer:
    """Let a look be the shipped one; it can be undone."""
    one = opened_look(asked.nama)
    with one.session.turn:
        one.refuse_watcher(asked.jendela)
        one.session.as_shipped()
        one.note(asked.nama)
        return whole_of(one, asked)
