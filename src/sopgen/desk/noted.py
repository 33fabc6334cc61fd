"""Who sits at the desk, and the log of what they do to the records."""

import getpass
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final, TypeVar

from sopgen.desk.office import opened_office
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.office.log import LoggedAct, log
from sopgen.messages import say

V = TypeVar("V")
A = TypeVar("A")

# Seconds in which one who writes a manuscript is noted once.
ONCE_IN: Final = 600
# Who asks now, where it is not the owner of the computer.
_GUEST: Final[ContextVar[str]] = ContextVar("_GUEST", default="")
_WRITING: Final[dict[tuple[str, Path, str], float]] = {}


@contextmanager
def asked_by(person: str) -> Iterator[None]:
    """Have what is asked meanwhile be asked by a person of another computer; empty for this computer's own user."""
    token = _GUEST.set(person)
    try:
        yield
    finally:
        _GUEST.reset(token)


def guest() -> str:
    """Return the person of another computer who asks now; empty where this computer's own user does."""
    return _GUEST.get()


def refuse_guest() -> None:
    """Refuse keys and passphrases from another computer: the line from there is not encrypted. Raises SopgenError."""
    if guest():
        what = say("keys and passphrases could be read on their way from another computer")
        raise SopgenError(with_fix(what, say("do this at the computer on which sopgen runs")))


def who() -> str:
    """Return who asks now."""
    return guest() or getpass.getuser()


def noted(act: LoggedAct, do: Callable[[V], A], about: Callable[[V, A], str]) -> Callable[[V], A]:
    """Have an act be noted after it was done; where `about` says nothing, nothing was."""

    def doing(asked: V) -> A:
        answer = do(asked)
        if (words := about(asked, answer)) and (home := opened_office()):
            log(home, who(), act, words)
        return answer

    return doing


def note_writing(about: str, act: LoggedAct = LoggedAct.MANUSCRIPT) -> None:
    """Note who writes a manuscript, or another file, once in a while."""
    home = opened_office()
    if home is None:
        return
    key, now = (who(), home, about), time.monotonic()
    if now - _WRITING.get(key, -ONCE_IN) >= ONCE_IN:
        _WRITING[key] = now
        log(home, who(), act, about)
