"""How wide the columns and how high the rows of a sheet are, in points: edges, from the sheet's upper left corner."""

from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from lxml import etree

# Excel's usual font has digits of 7 pixels and 5 pixels around a cell's text (ECMA-376, part 1, 18.3.1.13).
_DIGIT, _AROUND, _PIXEL = 7, 5, 0.75
_CHARACTERS: Final = 8.43
_HEIGHT: Final = 15.0


@dataclass
class Sizes:
    """What a sheet says of its columns and rows, from 1; what it does not name is of the usual size."""

    width: float = _CHARACTERS * _DIGIT * _PIXEL + _AROUND * _PIXEL
    height: float = _HEIGHT
    columns: dict[int, float] = field(default_factory=dict)
    rows: dict[int, float] = field(default_factory=dict)

    def column_edges(self, count: int) -> tuple[float, ...]:
        """Return the edges of so many columns."""
        return tuple(accumulate((self.columns.get(n, self.width) for n in range(1, count + 1)), initial=0.0))

    def row_edges(self, count: int) -> tuple[float, ...]:
        """Return the edges of so many rows."""
        return tuple(accumulate((self.rows.get(n, self.height) for n in range(1, count + 1)), initial=0.0))


def sizes_of(sheet: etree._Element, most: int) -> Sizes:
    """Return the sizes that a sheet's XML gives; columns and rows past `most` are left out."""
    found = Sizes()
    usual = sheet.find("{*}sheetFormatPr")
    if usual is not None:
        found.height = _number(usual.get("defaultRowHeight"), found.height)
        if usual.get("defaultColWidth"):
            found.width = _points(_number(usual.get("defaultColWidth"), _CHARACTERS))
    for column in sheet.iterfind("{*}cols/{*}col"):
        first, last = (int(_number(column.get(name), 0)) for name in ("min", "max"))
        width = _points(_number(column.get("width"), _CHARACTERS)) if column.get("width") else found.width
        shown = 0.0 if column.get("hidden") in ("1", "true") else width
        found.columns |= dict.fromkeys(range(max(first, 1), min(last, most) + 1), shown)
    for n, row in enumerate(sheet.iterfind("{*}sheetData/{*}row"), 1):
        number = int(_number(row.get("r"), n))
        if row.get("hidden") in ("1", "true"):
            found.rows[number] = 0.0
        elif row.get("ht"):
            found.rows[number] = _number(row.get("ht"), found.height)
    return found


def _points(characters: float) -> float:
    """Return a column's width; a file has it with the room around the text, in digits."""
    return int(characters * _DIGIT + 0.5) * _PIXEL


def _number(text: str | None, usual: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return usual
    return value if 0 <= value < 1_000_000 else usual
