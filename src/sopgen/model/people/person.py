"""WHO does a task: a person of the roster, and the ranks of Polri and of its civil servants."""

import re
from dataclasses import dataclass
from functools import lru_cache
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
# Civil servants: short form (Polri's lists write PENDA), full form, grade (golongan ruang), from the lowest.
CIVIL: Final = (
    ("Juru Muda", "Juru Muda", "I/a"),
    ("Juru Muda Tk. I", "Juru Muda Tingkat I", "I/b"),
    ("Juru", "Juru", "I/c"),
    ("Juru Tk. I", "Juru Tingkat I", "I/d"),
    ("Pengatur Muda", "Pengatur Muda", "II/a"),
    ("Pengatur Muda Tk. I", "Pengatur Muda Tingkat I", "II/b"),
    ("Pengatur", "Pengatur", "II/c"),
    ("Pengatur Tk. I", "Pengatur Tingkat I", "II/d"),
    ("Penda", "Penata Muda", "III/a"),
    ("Penda Tk. I", "Penata Muda Tingkat I", "III/b"),
    ("Penata", "Penata", "III/c"),
    ("Penata Tk. I", "Penata Tingkat I", "III/d"),
    ("Pembina", "Pembina", "IV/a"),
    ("Pembina Tk. I", "Pembina Tingkat I", "IV/b"),
    ("Pembina Utama Muda", "Pembina Utama Muda", "IV/c"),
    ("Pembina Utama Madya", "Pembina Utama Madya", "IV/d"),
    ("Pembina Utama", "Pembina Utama", "IV/e"),
)
# What lists write of civil servants whose rank they leave out.
UNGRADED: Final = ("PNS", "PNS Polri", "ASN", "PPPK")
ALSO: Final = {
    "brigadir": "Brigpol",
    "kombes": "Kombes Pol",
    "brigjen": "Brigjen Pol",
    "irjen": "Irjen Pol",
    "komjen": "Komjen Pol",
    "pengda": "Pengatur Muda",
    "pengda tingkat i": "Pengatur Muda Tk. I",
}
GRADE: Final = re.compile(r"(?:^|(?<= ))(?:gol(?:ongan)? )?(iv|i{1,3}) ([a-e])(?= |$)")


@dataclass(frozen=True)
class Rank:
    """A rank: short and full form; `order` grows with the rank of a police officer, `grade` is a civil servant's."""

    short: str
    full: str
    order: int | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a roster; `number` is an NRP (8 digits), a NIP (18) or empty for a civilian.

    `duty` is the post in the task (jabatan operasional).
    """

    name: RosterText
    rank: RosterText
    number: RosterText
    post: RosterText
    remark: RosterText
    row: int
    duty: RosterText = ""


def _key(text: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
    return re.sub(r"\b(?:tkt?|tingkat) ?(?:i|1)\b", "tingkat i", words)


def _known() -> dict[str, Rank]:
    found: dict[str, Rank] = {}
    for order, (short, full) in enumerate(POLICE):
        found[_key(short)] = found[_key(full)] = Rank(short, full, order)
    for short, full, grade in CIVIL:
        found[_key(short)] = found[_key(full)] = Rank(short, full, grade=grade)
    for word in UNGRADED:
        found[_key(word)] = Rank(word, word)
    return found | {alias: found[_key(short)] for alias, short in ALSO.items()}


RANKS: Final = _known()
BY_GRADE: Final = {one.grade: one for one in RANKS.values() if one.grade}


@lru_cache(maxsize=1024)  # lists repeat few ranks
def rank(text: str) -> Rank | None:
    """Return the rank that a text names, in any spelling of case, points and blanks, or None.

    A grade beside the rank (`Penata, III/c`) must be the rank's own; a grade alone names its rank.
    """
    words, grade = parted_rank(text)
    found = RANKS.get(words) if words else BY_GRADE.get(grade)
    return found if found and (not grade or grade == found.grade) else None


# Police, then civil servants, then ranks of other services, then whoever has none.
_CLASSES: Final = range(4)
_GRADES: Final = {grade: place for place, (_, _, grade) in enumerate(CIVIL)}


def seniority(text: str) -> tuple[int, int]:
    """Return what people are sorted by, the highest rank first.

    How an officer and a civil servant compare is not told by their ranks: officers stand first.
    """
    police, civil, other, none = _CLASSES
    found = rank(text)
    if found and found.order is not None:
        return police, -found.order
    if found:
        return civil, -_GRADES.get(found.grade, -1)
    return (other if text else none), 0


def parted_rank(text: str) -> tuple[str, str]:
    """Return the words of a rank in small letters, and the grade beside them (`III/c`) or an empty text."""
    key = _key(text)
    found = GRADE.search(key)
    if not found:
        return key, ""
    return " ".join(key.replace(found[0], " ", 1).split()), f"{found[1].upper()}/{found[2]}"
