"""What a form does to a file that is written, by its name: each is one step, or a keystroke."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from sopgen.desk.calls import Values
from sopgen.desk.session.edition import Session
from sopgen.desk.session.state import TextSession
from sopgen.errors import Loc
from sopgen.jobs.edit.changes import place_of, with_item, with_item_moved, with_value, without
from sopgen.jobs.edit.fix import mend
from sopgen.jobs.edit.one_mend import mended_place
from sopgen.jobs.life.day import today_at


class EditCall(Values):
    """One act of a window; `n` counts its acts, `lihat` is what of the pages is in view."""

    nama: str
    n: int
    do: str
    path: str | tuple[str | int, ...] = ()
    value: Any = None
    index: int = 0
    to: int = 0
    kode: str = ""
    lihat: Mapping[str, Any] = {}
    jendela: str = ""

    @property
    def loc(self) -> Loc:
        """The place of the spec; a path as a list names also keys with a dot in them."""
        return place_of(self.path) if isinstance(self.path, str) else tuple(self.path)


def _typed(session: TextSession, asked: EditCall) -> Loc:
    session.type(asked.loc, asked.value)
    return asked.loc


def _rested(session: TextSession, asked: EditCall) -> Loc:
    session.rest()
    return asked.loc


def _put(session: TextSession, asked: EditCall) -> Loc:
    session.change(lambda source: with_value(source, asked.loc, asked.value), asked.loc)
    return asked.loc


def _inserted(session: TextSession, asked: EditCall) -> Loc:
    session.change(lambda source: with_item(source, asked.loc, asked.index, asked.value), asked.loc)
    return (*asked.loc, asked.index)


def _removed(session: TextSession, asked: EditCall) -> Loc:
    session.change(lambda source: without(source, asked.loc), asked.loc)
    return asked.loc


def _moved(session: TextSession, asked: EditCall) -> Loc:
    session.change(lambda source: with_item_moved(source, asked.loc, asked.index, asked.to), asked.loc)
    return (*asked.loc, asked.to)


def _mended(session: Session, asked: EditCall) -> Loc:
    session.rest()
    edition = session.seen
    session.change(lambda _: mended_place(edition, asked.kode, asked.loc, today_at(edition.unit)), asked.loc)
    return asked.loc


def _all_mended(session: Session, asked: EditCall) -> Loc:
    """Mend all that needs no decision, as `sopgen fix` does: one step of undo."""
    session.rest()
    edition = session.seen
    session.change(lambda _: mend(edition, today=today_at(edition.unit)).edition.sop_source, asked.loc)
    return asked.loc


def _undone(session: TextSession, _: EditCall) -> Loc:
    return session.undo()


def _redone(session: TextSession, _: EditCall) -> Loc:
    return session.redo()


def _recovered(session: TextSession, asked: EditCall) -> Loc:
    session.recover()
    return asked.loc


def _discarded(session: TextSession, asked: EditCall) -> Loc:
    session.journal.drop()
    return asked.loc


def _theirs(session: TextSession, asked: EditCall) -> Loc:
    session.take_theirs()
    return asked.loc


def _ours(session: TextSession, asked: EditCall) -> Loc:
    session.take_ours()
    return asked.loc


S = TypeVar("S", bound=TextSession)
Acts = Mapping[str, Callable[[S, EditCall], Loc]]
# What is done to any file that is written.
TEXT_ACTS: Final[Acts[TextSession]] = {
    "set": _typed,
    "rest": _rested,
    "put": _put,
    "insert": _inserted,
    "remove": _removed,
    "move": _moved,
    "undo": _undone,
    "redo": _redone,
    "recover": _recovered,
    "discard": _discarded,
    "theirs": _theirs,
    "ours": _ours,
}
Act = Callable[[Session, EditCall], Loc]
ACTS: Final[Mapping[str, Act]] = {**TEXT_ACTS, "mend": _mended, "mend_all": _all_mended}
# What changes no word, so that it is done in an edition that stays as it is, too, and by a window that watches.
LOOKS_ONLY: Final[Sequence[str]] = ("show", "take")
