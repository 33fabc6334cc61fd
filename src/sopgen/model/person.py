"""WHO does a task: a person of the roster, and the ranks of Polri and of its civil servants."""

import re
from dataclasses import dataclass
from typing import Annotated, Final

from sopgen.model.printed import Printed

RosterText = Annotated[str, Printed.PERSON]

# Short form, full form, from the lowest to the highest (the short forms are those of letters in use).
POLICE: Final = (
    ("Bharada", "Bhayangkara Dua"),
    ("Bharatu", "Bhayangkara Satu"),
    ("Bharaka", "Bhayangkara Kepala"),
    ("Abripda", "Ajun Brigadir Polisi Dua"),
    ("Abriptu", "Ajun Brigadir Polisi Satu"),
    ("Abrip", "Ajun Brigadir Polisi"),
    ("Bripda", "Brigadir Polisi Dua"),
    ("Briptu", "Brigadir Polisi Satu"),
    ("Brigpol", "Brigadir Polisi"),
    ("Bripka", "Brigadir Polisi Kepala"),
    ("Aipda", "Ajun Inspektur Polisi Dua"),
    ("Aiptu", "Ajun Inspektur Polisi Satu"),
    ("Ipda", "Inspektur Polisi Dua"),
    ("Iptu", "Inspektur Polisi Satu"),
    ("AKP", "Ajun Komisaris Polisi"),
    ("Kompol", "Komisaris Polisi"),
    ("AKBP", "Ajun Komisaris Besar Polisi"),
    ("Kombes Pol", "Komisaris Besar Polisi"),
    ("Brigjen Pol", "Brigadir Jenderal Polisi"),
    ("Irjen Pol", "Inspektur Jenderal Polisi"),
    ("Komjen Pol", "Komisaris Jenderal Polisi"),
    ("Jenderal Pol", "Jenderal Polisi"),
)
CIVIL: Final = tuple(
    f"{name}{step}"
    for name, steps in (
        ("Juru Muda", ("", " Tingkat I")),
        ("Juru", ("", " Tingkat I")),
        ("Pengatur Muda", ("", " Tingkat I")),
        ("Pengatur", ("", " Tingkat I")),
        ("Penata Muda", ("", " Tingkat I")),
        ("Penata", ("", " Tingkat I")),
        ("Pembina", ("", " Tingkat I", " Utama Muda", " Utama Madya", " Utama")),
    )
    for step in steps
)
ALSO: Final = {"brigadir": "Brigpol", "kombes": "Kombes Pol", "brigjen": "Brigjen Pol", "irjen": "Irjen Pol"}


@dataclass(frozen=True)
class Rank:
    """A rank: short and full form; `order` grows with the rank, and is None for civil servants and civilians."""

    short: str
    full: str
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a roster; `number` is an NRP (8 digits), a NIP (18) or empty for a civilian."""

    name: RosterText
    rank: RosterText
    number: RosterText
    post: RosterText
    remark: RosterText
    row: int


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def _known() -> dict[str, Rank]:
    found: dict[str, Rank] = {}
    for order, (short, full) in enumerate(POLICE):
        found[_key(short)] = found[_key(full)] = Rank(short, full, order)
    for name in CIVIL:
        found[_key(name)] = found[_key(name).replace("tingkat i", "tk i")] = Rank(name, name)
    return found | {alias: found[_key(short)] for alias, short in ALSO.items()}


RANKS: Final = _known()


def rank(text: str) -> Rank | None:
    """Return the rank that a text names, in any spelling of case, points and blanks, or None."""
    return RANKS.get(_key(text))
