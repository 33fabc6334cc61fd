"""How the page reaches a file of the office, as it reaches an edition."""

from collections.abc import Callable
from typing import Any, TypeVar

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, reading, writing
from sopgen.desk.noted import note_writing
from sopgen.desk.office_file.asking import ASKING_ACTS, AskingSession
from sopgen.desk.session.acts import EditCall
from sopgen.desk.session.opened import OpenText
from sopgen.desk.session.routes import (
    NamedEdition,
    News,
    changed_in,
    left_by,
    news_in,
    offered,
    saved_in,
    state_of,
)
from sopgen.jobs.office.log import LoggedAct
from sopgen.messages import say

A = TypeVar("A", bound=AskingSession)


class OpenFile(OpenText[A]):
    """A file of the office that is open."""

    act = LoggedAct.UNIT

    def note(self, name: str) -> None:
        """Note in the log who writes it."""
        note_writing(name, self.act)

    def held_by(self, name: str) -> str:
        """Return that somebody else writes it, and what helps."""
        return say("{name} writes this in another window. fix: close it, or take over here", name=name)


def routes_at(address: str, opened: Callable[[str], OpenFile[Any]]) -> list[BaseRoute]:
    """Return the routes by which a form reads and changes a file; `opened` finds it by the name of a call."""

    def whole(asked: NamedEdition) -> Answer:
        return whole_of(opened(asked.nama), asked)

    def changed(asked: EditCall) -> Answer:
        one = opened(asked.nama)
        return _with_losses(one, changed_in(one, asked, ASKING_ACTS))

    def saved(asked: NamedEdition) -> Answer:
        one = opened(asked.nama)
        return _with_losses(one, saved_in(one))

    def news(asked: News) -> Answer:
        one = opened(asked.nama)
        return _with_losses(one, news_in(one, asked.jendela, asked.versi))

    return [
        reading(address, NamedEdition, whole),
        writing(f"{address}/ubah", EditCall, changed),
        writing(f"{address}/simpan", NamedEdition, saved),
        reading(f"{address}/kabar", News, news),
        writing(f"{address}/tutup", NamedEdition, lambda asked: left_by(opened(asked.nama), asked.jendela)),
    ]


def whole_of(one: OpenFile[Any], asked: NamedEdition) -> Answer:
    """Return all that a window is told of a file when it opens it."""
    session = one.session
    with session.turn:
        told = {
            "nama": asked.nama,
            "boleh_ubah": True,
            "menulis": one.writes(asked.jendela),
            "penulis": one.windows.person,
            "isi": session.data,
            "jurnal": offered(session),
            **state_of(session),
        }
        return _with_losses(one, told)


def _with_losses(one: OpenFile[Any], told: Answer) -> Answer:
    with one.session.turn:
        return {**told, "gugur": one.session.losing}
