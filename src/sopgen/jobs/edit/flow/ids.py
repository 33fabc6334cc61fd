"""The ids that the desk gives: of steps, roles and activities; nobody types one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from typing import Final

from sopgen.model.base import WINDOWS_DEVICES
from sopgen.model.flow import in_letters

_NUMBERED: Final = re.compile(r"([A-Za-z]+[_-]?)([0-9]+)")
_LONGEST: Final = 40


def step_id(known: Collection[str]) -> str:
    """Return an id for a new step, counted on from those of its flow: l7 after l1 to l6."""
    found = [one for one in map(_NUMBERED.fullmatch, known) if one]
    prefix = Counter(one[1] for one in found).most_common(1)[0][0] if found else "l"
    return f"{prefix}{max((int(one[2]) for one in found if one[1] == prefix), default=0) + 1}"


def lane_id(label: str, known: Collection[str]) -> str:
    """Return an id for a role by its name: `kasat_binmas` for Kasat Binmas; with a number where it is taken."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    name = "_".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("_") or "pelaksana"
    taken = {one.lower() for one in known} | WINDOWS_DEVICES
    return next(one for one in (name, *(f"{name}_{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def activity_id(known: Collection[str]) -> str:
    """Return the letter of a new activity: D after A, B, C."""
    letters = map(in_letters, range(len(known) + 1))
    return next(one for one in letters if one.lower() not in {id_.lower() for id_ in known})
