"""Who does the steps of a table: marks in a column for each role, or names in one column for all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found
from sopgen.read.old.labels import folded
from sopgen.read.old.steps.cells import is_mark, symbol_in
from sopgen.read.old.steps.heads import GridRow, StepColumns

# Between two names of roles for certain, and what may also stand within one name.
_PARTS: Final = re.compile(r"\s*[\n;,&+]\s*")
_MAYBE: Final = re.compile(r"\s*/\s*|\s+dan\s+")


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does a step, as places in the list of lanes; its symbol where a mark says one; words found beside them."""

    roles: tuple[int, ...] = ()
    symbol: Symbol | None = None
    words: tuple[Found, ...] = ()
    doubt: str = ""


def by_marks(columns: StepColumns, row: GridRow) -> Doers:
    """Return who is marked in a row of a table that has a column for each role."""
    roles, words = [], []
    symbol, doubts = None, []
    for place, (at, head) in enumerate(columns.lanes):
        cell = row[at] if at < len(row) else Found("")
        if not cell.text.strip():
            continue
        roles.append(place)
        symbol = symbol_in(cell.text) or symbol
        if not is_mark(cell.text) and not symbol_in(cell.text) and folded(cell.text) != folded(head.text):
            words.append(cell)
            doubts.append(say('"{text}" stands in the column of {role}', text=cell.text, role=head.text))
    return Doers(tuple(roles), symbol, tuple(words), "; ".join(doubts))


class Names:
    """The roles of a table with one column for all, in the order in which they come first."""

    def __init__(self, cells: Iterable[Found]) -> None:
        self.lanes: list[Found] = []
        self._places: dict[str, int] = {}
        filled = [cell for cell in cells if cell.text.strip()]
        # A name that stands alone somewhere is one: by it, "A dan B" is two.
        self._alone = {folded(part) for cell in filled for part in _sure_parts(cell.text) if not _MAYBE.search(part)}

    def doers(self, cell: Found | None) -> Doers:
        """Return who is named in a cell; a new name becomes a lane."""
        if cell is None or not cell.text.strip():
            return Doers()
        parts = [part for one in _sure_parts(cell.text) for part in self._parted(one)]
        return Doers(tuple(dict.fromkeys(self._place(replace(cell, text=part)) for part in parts)))

    def _parted(self, name: str) -> Sequence[str]:
        parts = [part for part in _MAYBE.split(name) if part]
        return parts if len(parts) > 1 and all(folded(part) in self._alone for part in parts) else [name]

    def _place(self, name: Found) -> int:
        plain = folded(name.text) or name.text
        if plain not in self._places:
            self._places[plain] = len(self.lanes)
            self.lanes.append(name)
        return self._places[plain]


def _sure_parts(text: str) -> list[str]:
    return [re.sub(r"^(?:\d{1,2}[.)]|[-\u2022])\s*", "", part) for part in _PARTS.split(text.strip()) if part.strip()]
