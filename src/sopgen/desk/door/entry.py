"""Who has entered from other computers: a name and a PIN give a cookie that holds until the desk ends."""

import threading
from dataclasses import dataclass, field
from secrets import token_urlsafe

from sopgen.desk.door.attempts import Attempts
from sopgen.desk.door.people import DeskPeople
from sopgen.errors import SopgenError
from sopgen.messages import say


class RefusedEntry(SopgenError):
    """A name and a PIN that do not belong together, or a try that comes too soon (`wait`: seconds to the next)."""

    def __init__(self, what: str, wait: int = 0) -> None:
        super().__init__(what)
        self.wait = wait


@dataclass
class FrontDoor:
    """The door: who may enter, who tried in vain, whose cookie is whose."""

    people: DeskPeople
    attempts: Attempts = field(default_factory=Attempts)
    inside: dict[str, str] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)

    def enter(self, name: str, pin: str, computer: str) -> str:
        """Return the cookie of a person who enters; raise RefusedEntry. One at a time: a try costs memory."""
        keys = (f"orang {name.casefold().strip()}", f"komputer {computer}")
        with self.turn:
            if wait := self.attempts.wait(keys):
                raise RefusedEntry(say("too many wrong tries. fix: wait {seconds} seconds", seconds=wait), wait)
            if not self.people.knows(name, pin):
                self.attempts.failed(keys)
                raise RefusedEntry(say("the name or the PIN is wrong. fix: type it again"))
            self.attempts.succeeded(keys)
            token = token_urlsafe(24)
            self.inside[token] = " ".join(name.split())
            return token

    def person(self, token: str) -> str | None:
        """Return whose cookie it is, as long as that person may enter."""
        name = self.inside.get(token)
        return name if name in self.people.names() else None

    def leave(self, token: str) -> None:
        """Let a cookie open nothing any more."""
        self.inside.pop(token, None)
