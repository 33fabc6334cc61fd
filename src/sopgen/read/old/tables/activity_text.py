"""The text of an activity: its title, and under it what it is for."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sopgen.read.old.found import Found, FoundList
from sopgen.read.old.labels import folded
from sopgen.read.old.tables.grid import CellText, OldCell

SECTIONS: Final = {"maksud": ("maksud",), "tujuan": ("tujuan", "sasaran")}
_NUMBER: Final = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s*", re.IGNORECASE)


def section_key(line: CellText) -> str:
    """Return `maksud` or `tujuan` for the head of such a list."""
    plain = folded(_NUMBER.sub("", line.text.strip()))
    return next((key for key, names in SECTIONS.items() if plain in names), "")


def has_sections(cell: OldCell) -> bool:
    """Tell whether lists of an activity stand in a cell."""
    return any(section_key(line) for line in cell.filled)


def told(cells: Sequence[OldCell]) -> tuple[Found | None, Mapping[str, FoundList], tuple[Found, ...]]:
    """Return title and lists of an activity from its cells, page by page, and what stands before any list."""
    title: Found | None = None
    heads: dict[str, Found] = {}
    items: dict[str, list[Found]] = {}
    others: list[Found] = []
    key = ""
    for cell in cells:
        for line in cell.filled:
            if found := section_key(line):
                key = found
                heads[key] = cell.found(line.shown)
                items.setdefault(key, [])
            elif key:
                items[key].append(cell.found(line.item))
            elif title is None:
                title = cell.found(line.shown)
            else:
                others.append(cell.found(line.shown))
    return title, {key: FoundList(head, tuple(items[key])) for key, head in heads.items()}, tuple(others)
