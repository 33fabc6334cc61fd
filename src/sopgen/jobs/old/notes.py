"""What a person must settle in a draft that was made from an old file: where, why, where it stands there."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sopgen.errors import Loc, path_text
from sopgen.messages import say
from sopgen.read.old.found import Found, Spot

_CELL: Final = re.compile(r"(?:.*!)?[A-Z]{1,3}\d+")


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt at a place of the draft, and where its text stands in the old file."""

    loc: Loc
    doubt: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt as the desk shows it: the spec path, the line of the draft (from 1), where it stands, what it is."""

    path: str
    line: int
    spot: Spot
    text: str


def place_of(spot: Spot) -> str:
    """Return where a text stands as one looks for it: `halaman 3`, `sel Alur!B7`, `baris 12`; empty where unknown."""
    name = say("cell {name}", name=spot.name) if _CELL.fullmatch(spot.name) else spot.name
    page = say("page {page}", page=spot.page) if spot.page else ""
    return ", ".join(filter(None, (page, name)))


def remark(note: Note, at: Loc) -> str:
    """Return a doubt as a comment of the draft above the line of `at`, with the key where it is of one below."""
    inner = path_text(note.loc[len(at) :])
    named = f"{inner}: {note.doubt}" if inner else note.doubt
    where = place_of(note.spot)
    return " ".join(f"# periksa: {named}{f' ({where})' if where else ''}".split())


def left_over(unplaced: Iterable[Found]) -> list[str]:
    """Return the lines for what the old file says and the draft has no place for, as comments at its end."""
    told = list(unplaced)
    if not told:
        return []
    lines = [f"# {say('From the old file, without a place in this draft:')}"]
    for one in told:
        where, why = place_of(one.spot), f" [{one.doubt}]" if one.doubt else ""
        lines.append(f"# - {' '.join(one.text.split())}{f' ({where})' if where else ''}{why}")
    return lines


# The parts of a draft in which doubts are counted, by how their paths begin or go on; the first that fits counts.
GROUPS: Final[Mapping[str, Callable[[], str]]] = {
    r"(?:sampul|judul|edisi|id)\b|$": lambda: say("cover and title"),
    r"identitas": lambda: say("identity part"),
    r"kegiatan\[\d+\](?:\.alur\[\d+\])?\.(?:mutu_baku|keterangan)": lambda: say("quality standard"),
    r"kegiatan\[\d+\]\.alur|pelaksana": lambda: say("flow and roles"),
    r"kegiatan": lambda: say("activities"),
    r"kepala_tabel": lambda: say("heads of the table"),
    r"": lambda: say("lists"),
}


def by_group(doubts: Iterable[Doubt]) -> dict[str, list[Doubt]]:
    """Return the doubts by the part of the draft that they are in, in the order of the draft."""
    found: dict[str, list[Doubt]] = {}
    for one in doubts:
        named = next(name for pattern, name in GROUPS.items() if re.match(pattern, one.path))
        found.setdefault(named(), []).append(one)
    return found
