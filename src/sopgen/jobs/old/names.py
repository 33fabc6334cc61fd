"""Ids out of words: of an SOP, its activities and roles."""

import re
import unicodedata
from collections.abc import Container
from typing import Final

from sopgen.model.base import WINDOWS_DEVICES

LONGEST: Final = 40
_SPACED: Final = re.compile(r"\b(?:[A-Za-z] ){2,}[A-Za-z]\b")
_SOP: Final = re.compile(r"^(?:standar(?:d)? operasional prosedur|sop|spo)\b[\s:-]*", re.IGNORECASE)
_EMPTY: Final = frozenset({"dan", "di", "ke", "dari", "untuk", "yang", "pada", "dengan", "tentang", "atau"})


def sop_id(name: str) -> str:
    """Return the id of an SOP by its name: `F K P M` becomes fkpm, `SOP Pelayanan Data` pelayanan-data."""
    return slug(_SOP.sub("", name.strip(" ()")), "-", 4) or "sop"


def lane_id(label: str, taken: Container[str]) -> str:
    """Return the id of a role: kasat_binmas; of one with two names (`Fkpm / polmas`) by its first."""
    return free(slug(label.split("/")[0], "_", 6) or slug(label, "_", 6) or "pelaksana", taken, "_")


def activity_id(title: str, taken: Container[str]) -> str:
    """Return the id of an activity: the letter before its title, else its first words."""
    lettered = re.match(r"([A-Z])\.\s+\S", title)
    if lettered and lettered[1] not in taken:
        return lettered[1]
    return free(slug(_SOP.sub("", title), "-", 4) or "kegiatan", taken, "-")


def slug(text: str, sign: str, most: int) -> str:
    """Return the first words of a text as an id: small letters and digits, joined by a sign; empty for none."""
    joined = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    plain = unicodedata.normalize("NFKD", joined.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"\(.*?\)", " ", plain)) or re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _EMPTY] or words
    made = ""
    for word in telling[:most]:
        if made and len(made) + len(word) >= LONGEST:
            break
        made = f"{made}{sign}{word}" if made else word[:LONGEST]
    return f"{made}{sign}1" if made in WINDOWS_DEVICES else made


def free(name: str, taken: Container[str], sign: str) -> str:
    """Return the name, or with a number behind it the first that is not taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}{sign}{number}"
    return found
