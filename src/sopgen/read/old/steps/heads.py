"""The heads of a flow table, in one row or two, to what each of its columns is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.read.old.found import Found
from sopgen.read.old.labels import column, unit

# A row of a table: its cells from the left, empty ones too.
GridRow = tuple[Found, ...]
QUALITY: Final = ("kelengkapan", "waktu", "satuan", "keluaran")
# What stands right of the roles, never left of them.
BEHIND: Final = (*QUALITY, "mutu_baku", "keterangan", "simbol", "ya", "tidak", "ke")
LONGEST_HEAD: Final = 60


@dataclass(frozen=True, slots=True)
class StepColumns:
    """What the columns are: `places` by key, `lanes` those of a role each; others under `further`, by their heads.

    `heads` are the heads as written; `rows` says how many rows they take. `time_unit` is the unit in the head of the
    time ("Waktu (menit)"), or empty.
    """

    places: Mapping[str, int]
    lanes: tuple[tuple[int, Found], ...]
    further: tuple[tuple[int, Found], ...]
    heads: Mapping[str, Found]
    rows: int
    time_unit: str = ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return 1 + max([*self.places.values(), *(place for place, _ in (*self.lanes, *self.further))])

    def cell(self, row: GridRow, key: str) -> Found | None:
        """Return the cell of a column in a row; None where the table has no such column."""
        place = self.places.get(key)
        if place is None:
            return None
        return row[place] if place < len(row) else Found("", row[-1].spot)


def heads_in(rows: Sequence[GridRow]) -> tuple[int, StepColumns] | None:
    """Return the place of the first row of heads and what they say; None where no row is one."""
    for n, row in enumerate(rows):
        if is_head(row):
            return n, columns_of(rows[n : n + 3])
    return None


def is_head(row: GridRow) -> bool:
    """Tell a row of heads: it names the column of activities and another one."""
    keys = _keys(row)
    return "kegiatan" in keys and bool({"nomor", "pelaksana", "mutu_baku", *QUALITY} & set(keys))


def is_below_head(row: GridRow) -> bool:
    """Tell the second row of heads, by the names of the quality standard alone."""
    keys = _keys(row)
    return len({"kelengkapan", "waktu", "keluaran"} & set(keys)) >= 2 and "kegiatan" not in keys


def is_count(row: GridRow) -> bool:
    """Tell a row that numbers the columns: 1 2 3 4."""
    texts = [cell.text.strip(" .()") for cell in row if cell.text.strip()]
    return len(texts) > 3 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _keys(row: GridRow) -> list[str]:
    known = (column(cell.text) for cell in row if cell.text and len(cell.text) <= LONGEST_HEAD)
    return [one.key for one in known if one and one.sure]


def columns_of(rows: Sequence[GridRow]) -> StepColumns:
    """Return what the columns under these rows of heads are; the rows below them, if given, are not looked at."""
    upper = rows[0]
    lower = rows[1] if len(rows) > 1 and _has_lower(upper, rows[1]) else ()
    count = 2 if lower else 1
    if len(rows) > count and is_count(rows[count]):
        count += 1
    if lower:
        upper, lower = _spread(upper, lower)
    heads = {known.key: cell for cell in (*upper, *lower) if cell.text and (known := column(cell.text))}
    return _sorted(list(_named(upper, lower)), heads, count)


def _has_lower(upper: GridRow, lower: GridRow) -> bool:
    """Tell whether a row is the second one of the heads: names of columns, or roles below "Pelaksana"."""
    if is_below_head(lower):
        return True
    group = [key for key, _ in _groups(upper)]
    filled = [n for n, cell in enumerate(lower) if cell.text]
    roles = [n for n in filled if n < len(group) and group[n] == "pelaksana"]
    return len(roles) > 1 and all(n < len(group) and group[n] in ("pelaksana", "mutu_baku") for n in filled)


def _groups(upper: GridRow) -> Iterator[tuple[str, Found]]:
    """Yield for each column the head that stands above it: an empty cell belongs to the head at its left."""
    key, head = "", Found("")
    for cell in upper:
        if cell.text:
            known = column(cell.text)
            key, head = known.key if known else "", cell
        yield key, head


def _spread(upper: GridRow, lower: GridRow) -> tuple[GridRow, GridRow]:
    """Return both rows with their cells below each other, also where those that go over several are left out."""
    groups = [key for key, _ in _groups(upper)]
    filled = [cell for cell in lower if cell.text]
    if all(not cell.text or groups[n : n + 1] in (["pelaksana"], ["mutu_baku"]) for n, cell in enumerate(lower)):
        return upper, lower
    first = next((n for n, cell in enumerate(filled) if _is_behind(cell)), len(filled))
    below = {"pelaksana": filled[:first], "mutu_baku": filled[first:]}
    over: list[Found] = []
    under: list[Found] = []
    for n, (key, head) in enumerate(_groups(upper)):
        if key not in below:
            over.append(upper[n])
            under.append(Found(""))
        elif upper[n].text:
            width = max(groups.count(key), len(below[key]))
            over += [head, *[Found("")] * (width - 1)]
            under += [*below[key], *[Found("")] * (width - len(below[key]))]
    return tuple(over), tuple(under)


def _is_behind(cell: Found) -> bool:
    known = column(cell.text)
    return known is not None and known.key in BEHIND


def _named(upper: GridRow, lower: GridRow) -> Iterator[tuple[int, str, Found, str]]:
    """Yield of each column its place, its key ("" for an unknown one), its head, and the key of the head above it."""
    groups = list(_groups(upper))
    for n in range(max(len(upper), len(lower))):
        above, head = groups[n] if n < len(groups) else groups[-1]
        own = lower[n] if n < len(lower) else Found("")
        if own.text:
            known = column(own.text)
            yield n, known.key if known and above != "pelaksana" else "", own, above
        elif n < len(upper) and upper[n].text:
            yield n, above, head, ""


def _sorted(names: Sequence[tuple[int, str, Found, str]], heads: Mapping[str, Found], rows: int) -> StepColumns:
    places: dict[str, int] = {}
    lanes, further = [], []
    behind = min((n for n, key, _, _ in names if key in BEHIND), default=10_000)
    after = next((n for n, key, _, _ in names if key == "kegiatan"), 0)
    for n, key, head, above in names:
        if above == "pelaksana" or (not key and not above and after < n < behind):
            lanes.append((n, head))
        elif key and key not in places:
            places[key] = n
        elif key not in ("pelaksana", "mutu_baku"):
            further.append((n, head))
    if lanes:  # the head above the roles is no column of its own
        places.pop("pelaksana", None)
    if {"kelengkapan", "waktu", "keluaran"} & places.keys():
        places.pop("mutu_baku", None)
    said = re.search(r"\(([^)]*)\)", heads["waktu"].text) if "waktu" in heads else None
    return StepColumns(places, tuple(lanes), tuple(further), heads, rows, (unit(said[1]) or "") if said else "")
