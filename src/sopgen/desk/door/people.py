"""The people who may enter from other computers, each with a PIN that nobody can read back."""

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, owner_only, write_file
from sopgen.jobs.letters.unit_key import settings_folder
from sopgen.messages import say

FILE: Final = "orang.json"
SHORTEST_PIN, LONGEST_PIN, LONGEST_NAME = 6, 64, 40
# RFC 7914: 32 MiB and some 0.1 s for one try.
COST: Final = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 2**20, "dklen": 32}
NAME: Final = re.compile(r"[^\W_](?:[\w .,'-]*[\w.])?")


# What is kept of each person, by the name.
People: TypeAlias = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class DeskPeople:
    """The file in the user's settings that names them; only its owner reads it."""

    path: Path

    def names(self) -> Sequence[str]:
        """Return who may enter."""
        return sorted(self._told())

    def add(self, name: str, pin: str) -> None:
        """Let a person in by a PIN, or give one who is known another; raise SopgenError where either is unfit."""
        clean = " ".join(name.split())
        _refuse_unfit(clean, pin)
        salt = secrets.token_hex(16)
        entry = {"garam": salt, "sidik": _digest(pin, salt)}
        self._change(lambda told: {**told, clean: entry})

    def remove(self, name: str) -> None:
        """Let a person in no more; raise SopgenError where nobody has that name."""

        def without(told: People) -> People:
            if name not in told:
                raise SopgenError(with_fix(say("nobody is called {name} here", name=name), say("look at the list")))
            return {key: entry for key, entry in told.items() if key != name}

        self._change(without)

    def knows(self, name: str, pin: str) -> bool:
        """Tell whether a PIN is that of a person; for a name that nobody has it takes as long."""
        kept = self._told().get(" ".join(name.split()), {"garam": "00", "sidik": ""})
        return secrets.compare_digest(_digest(pin[:LONGEST_PIN], kept["garam"]), kept["sidik"])

    def _told(self) -> People:
        with suppress(FileNotFoundError):
            found = json.loads(self.path.read_text("utf-8"))
            return found if isinstance(found, dict) else {}
        return {}

    def _change(self, make: Callable[[People], People]) -> None:
        """Write what `make` makes of the people; nobody else changes them meanwhile."""
        with owner_only(), one_writer(self.path):
            write_file(self.path, json.dumps(make(self._told()), ensure_ascii=False, indent=1).encode())


def desk_people() -> DeskPeople:
    """Return the people of this user's desk."""
    return DeskPeople(settings_folder() / FILE)


def _digest(pin: str, salt: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **COST).hex()


def _refuse_unfit(name: str, pin: str) -> None:
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise SopgenError(with_fix(say("this is no name of a person"), say("write letters, as on the name plate")))
    if not SHORTEST_PIN <= len(pin) <= LONGEST_PIN:
        what = say("a PIN has {least} signs at least", least=SHORTEST_PIN)
        raise SopgenError(with_fix(what, say("choose a longer one")))
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise SopgenError(
            with_fix(say("this PIN is guessed at once"), say("choose another one, not 123456 or 000000"))
        )
