"""The columns of a pasted list without heads, by what they hold: ranks, numbers, names; none where it is not sure."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from sopgen.errors import Problem
from sopgen.messages import closest, say
from sopgen.model.people.person import RANKS, parted_rank, rank
from sopgen.read.roster.heads import HEAD_WITHIN, Heads, part_of
from sopgen.read.roster.numbers import LABEL
from sopgen.read.roster.table import LONGEST_CELL, Row, note

# Rows that are looked at; the share of a column's cells that must be of a kind.
LOOKED_AT: Final = 60
SHARE: Final = 0.6
NUMBER: Final = re.compile(r"[\d .]{5,25}")
BOTH: Final = re.compile(r"\D{3,40}?[\s/,.]*(?:NRP|NIP)?[\s.:/]*\d{8}(?:\d{10})?", re.IGNORECASE)
NAMES: Final = {"order": "No", "name": "Nama", "rank": "Pangkat", "number": "NRP", "both": "Pangkat/NRP"}
NAMES_AFTER: Final = {"post": "Jabatan", "remark": "Ket"}


def guessed_heads(path: Path, rows: Sequence[Row]) -> tuple[Heads, Problem] | None:
    """Return the heads of a list that has none, and the note that tells how it is read.

    None where a row names the columns, or what they hold does not tell: then the heads are asked for.
    """
    looked = [tuple(cell.text for cell in cells) for _, cells in rows[:LOOKED_AT]]
    if any("name" in {part_of(text) for text in texts} for texts in looked[:HEAD_WITHIN]):
        return None
    columns = _columns(looked)
    if not {"name"} < columns.keys() or not ("both" in columns or {"rank", "number"} <= columns.keys()):
        return None
    shown = NAMES | NAMES_AFTER
    listed = ", ".join(f"{n + 1} {shown[part]}" for part, n in sorted(columns.items(), key=lambda one: one[1]))
    what = say("the list names no columns; they are taken as {columns}", columns=listed)
    width = max(columns.values()) + 1
    return Heads(0, columns, {}, width), note(path, (1, 1), what, "", severity="warning")


def _columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the column of each part that is told by its cells."""
    width = max(map(len, rows), default=0)
    cells = [[row[n].strip() for row in rows if n < len(row) and row[n].strip()] for n in range(width)]
    found: dict[str, int] = {}
    for part, fits in KINDS:
        fit = [n for n in range(width) if n not in found.values() and _mostly(cells[n], fits)]
        if fit and not (part == "both" and "rank" in found):
            found[part] = fit[0]
    texts = [n for n in range(width) if n not in found.values() and _mostly(cells[n], _is_text)]
    for part, column in zip(("name", "post", "remark"), texts, strict=False):
        found[part] = column
    return found


def _mostly(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(fits, texts)) >= SHARE * len(texts)


def _is_rank(text: str) -> bool:
    if len(text) > LONGEST_CELL:
        return False
    return rank(text) is not None or closest(parted_rank(text)[0], RANKS, 0.8) is not None


def _is_number(text: str) -> bool:
    return NUMBER.fullmatch(LABEL.sub("", text)) is not None


def _is_place(text: str) -> bool:
    return re.fullmatch(r"\d{1,4}\.?", text) is not None


def _is_both(text: str) -> bool:
    return BOTH.fullmatch(text) is not None


def _is_text(text: str) -> bool:
    return any(char.isalpha() for char in text)


KINDS: Final = (("rank", _is_rank), ("number", _is_number), ("both", _is_both), ("order", _is_place))
