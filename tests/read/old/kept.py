"""What stands in an old file and in nothing that was read of it: there should be nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from sopgen.read.old.found import Found, FoundExit, OldSop
from sopgen.read.old.tables.grid import OldTable


def all_texts(value: object) -> Iterator[str]:
    """Yield every text in what was read."""
    if isinstance(value, Found | FoundExit):
        yield value.text if isinstance(value, Found) else value.label
        return
    for one in _parts(value):
        yield from all_texts(one)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, tuple | list):
        return value
    return [getattr(value, field.name) for field in fields(value)] if is_dataclass(value) else ()


def lost(tables: Sequence[OldTable], found: OldSop) -> Counter[str]:
    """Return the words of cells and shapes that are nowhere in what was read, numbers aside."""
    kept = set(words(" ".join(all_texts(found))))
    told = [line.shown for table in tables for cell in table.cells for line in cell.lines]
    told += [one.text for table in tables for one in table.drawing.figures if one.text]
    # A label is known by its value, a beginning by its symbol; in symbols words of the rows are broken by syllables.
    shown = "".join(all_texts(found)).replace(" ", "").replace("\n", "")
    usual = {"NRP", "NIP", "Mulai"}
    return Counter(word for text in told for word in words(text) if word not in kept | usual and word not in shown)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text.replace("\u00ad", ""))
