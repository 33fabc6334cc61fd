"""Which row and which lanes each symbol stands in: by what it covers, settled where it slipped into a row beside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.shapes.figures import Figure
from sopgen.read.old.tables.grid import OldTable
from sopgen.read.old.tables.heads import FlowHead
from sopgen.read.old.tables.rows import NUMBER, OldRow

# A symbol with less of its width in one lane may be another lane's; with less of its height in a row, another row's.
_SURE: Final = 0.62
_SLIPPED: Final = 0.25
# A symbol wider than a lane is also of a lane of which it covers more than this part.
_MUCH: Final = 0.4
# Most symbols of a table are nearer to the middle of their lanes than this part of them.
_OFF: Final = 0.15


@dataclass(frozen=True, slots=True)
class Placed:
    """A symbol by its place among the grid's, the place of its row among the table's rows, its lanes, a doubt."""

    symbol: int
    row: int
    lanes: tuple[int, ...]
    doubt: str = ""


def placed(grid: OldTable, head: FlowHead, rows: Sequence[OldRow], symbols: Sequence[Figure]) -> list[Placed]:
    """Return where the symbols over these rows stand, in the order of the drawing."""
    found = []
    for n, one in enumerate(symbols):
        row = _row(grid, rows, one)
        if row is not None:
            lanes, doubt = _lanes(grid, head, one)
            found.append(Placed(n, row, lanes, doubt))
    if _shifted(grid, head, symbols, found):
        doubt = say("the symbols of this table do not stand in the middle of lanes: were they moved?")
        found = [replace(one, doubt=one.doubt or doubt) for one in found]
    return _settled(grid, rows, symbols, found)


def _shifted(grid: OldTable, head: FlowHead, symbols: Sequence[Figure], found: Sequence[Placed]) -> bool:
    """Tell whether most symbols stand off the middle of their lanes, as where columns were made wider after them."""
    off = []
    for one in found:
        if symbols[one.symbol].symbol is not Symbol.CONNECTOR and one.lanes:
            first, last = head.lanes[one.lanes[0]].columns[0], head.lanes[one.lanes[-1]].columns[1]
            left, right = grid.columns[first], grid.columns[last]
            off.append(abs(symbols[one.symbol].area.middle[0] - (left + right) / 2) / (right - left or 1.0))
    return len(off) > 2 and median(off) > _OFF


def _row(grid: OldTable, rows: Sequence[OldRow], one: Figure) -> int | None:
    """Return the row that holds most of a symbol; None for one outside of the table."""
    shares = [(grid.row_share(one.area, row.row), -n) for n, row in enumerate(rows)]
    share, row = max(shares, default=(0.0, 0))
    return -row if share > 0 else None


def _lanes(grid: OldTable, head: FlowHead, one: Figure) -> tuple[tuple[int, ...], str]:
    """Return the lanes that a symbol covers, else the lane that holds most of it."""
    covered = [n for n, lane in enumerate(head.lanes) if _covers(grid, one, lane.columns)]
    shares = sorted(
        ((grid.column_share(one.area, lane.columns), n) for n, lane in enumerate(head.lanes)), reverse=True
    )
    best, lane = shares[0]
    if len(covered) > 1 or (covered and best >= _SURE):
        return tuple(covered), ""
    if best <= 0:
        return (), say("the symbol stands in no lane")
    doubt = say("the symbol stands between two lanes") if best < _SURE else ""
    return (lane,), doubt


def _covers(grid: OldTable, one: Figure, columns: tuple[int, int]) -> bool:
    left, right = grid.columns[columns[0]], grid.columns[columns[1]]
    over = min(one.area.right, right) - max(one.area.left, left)
    wider = one.area.width > right - left
    return one.area.left <= (left + right) / 2 <= one.area.right or (wider and over > _MUCH * (right - left))


def _settled(grid: OldTable, rows: Sequence[OldRow], symbols: Sequence[Figure], found: list[Placed]) -> list[Placed]:
    """Give each row of a step its symbol: from the nearest row with two, the rows between passing theirs on."""
    for empty in _without(rows, symbols, found):
        donors = [n for n in range(len(rows)) if len(_in_row(symbols, found, n)) > 1]
        if not donors:
            break
        donor = min(donors, key=lambda n: abs(n - empty))
        step = 1 if empty > donor else -1
        if all(_in_row(symbols, found, n) for n in range(donor, empty, step)):
            for row in range(empty - step, donor - step, -step):
                _move(grid, rows, symbols, found, (row, row + step))
    return [_straddling(grid, rows, symbols, one) for one in found]


def _straddling(grid: OldTable, rows: Sequence[OldRow], symbols: Sequence[Figure], one: Placed) -> Placed:
    share = grid.row_share(symbols[one.symbol].area, rows[one.row].row)
    alone = symbols[one.symbol].symbol is not Symbol.CONNECTOR and not one.doubt
    return replace(one, doubt=say("the symbol stands between two rows")) if alone and share < _SLIPPED else one


def _move(
    grid: OldTable, rows: Sequence[OldRow], symbols: Sequence[Figure], found: list[Placed], way: tuple[int, int]
) -> None:
    """Move the symbol of a row that stands nearest to the row beside it over into that row."""
    row, beside = way
    middle = (grid.rows[rows[beside].row] + grid.rows[rows[beside].row + 1]) / 2
    own = _in_row(symbols, found, row)
    nearest = min(own, key=lambda n: abs(symbols[found[n].symbol].area.middle[1] - middle))
    found[nearest] = replace(found[nearest], row=beside)


def _in_row(symbols: Sequence[Figure], found: Sequence[Placed], row: int) -> list[int]:
    own = [n for n, one in enumerate(found) if one.row == row]
    return [n for n in own if symbols[found[n].symbol].symbol is not Symbol.CONNECTOR]


def _without(rows: Sequence[OldRow], symbols: Sequence[Figure], found: Sequence[Placed]) -> list[int]:
    """Return the rows of steps that have no symbol, but for those above sub-steps."""
    return [
        n
        for n, row in enumerate(rows)
        if not row.empty and not row.title and not is_parent(rows, n) and not _in_row(symbols, found, n)
    ]


def is_parent(rows: Sequence[OldRow], place: int) -> bool:
    """Tell a row whose steps are numbered below it: 2, then 2a."""
    own = NUMBER.fullmatch(rows[place].number)
    after = NUMBER.fullmatch(rows[place + 1].number) if place + 1 < len(rows) else None
    if not own or not after:
        return False
    return re.fullmatch(rf"{own[1]}[a-z]", after[1], re.IGNORECASE) is not None or (
        own[1].isdigit() and after[1].casefold() == "a"
    )
