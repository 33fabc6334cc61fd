"""The heads of a roster: which column says what, under whatever name it is typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.read.roster.table import Cell, Row, fault, note, quoted, refuse

# Parts of a person. `number` and `nip` may stand in a column each; `both` is rank and number in one.
HEADS: Final = {
    "name": (
        *("nama", "nama lengkap", "nama personel", "nama personil", "nama anggota", "nama petugas", "nama polri"),
        *("nama dan gelar", "nama gelar", "nama personel polri", "nama pegawai", "nama peserta"),
    ),
    "rank": (
        *(
            "pangkat",
            "pangkat gol",
            "pangkat golongan",
            "pangkat gol ruang",
            "pangkat golongan ruang",
            "pkt",
            "pangk",
        ),
        *("gol", "golongan", "pangkat pns"),
    ),
    "number": ("nrp", "nrp nip", "nip nrp", "no nrp", "nomor nrp", "nrp polri", "nomor registrasi pokok"),
    "nip": ("nip", "no nip", "nomor nip", "nip pns", "nomor induk pegawai"),
    "both": (
        *("pangkat nrp", "pangkat nrp nip", "pangkat nip nrp", "pangkat dan nrp", "pkt nrp", "pkt nrp nip"),
        *("pangkat nip", "pangkat gol nrp nip", "pangkat dan nrp nip"),
    ),
    "post": (
        *("jabatan", "jabatan struktur", "jabatan struktural", "jab", "jabatan dinas", "jabatan kesatuan"),
        *("jabatan definitif", "jabatan saat ini"),
    ),
    "remark": ("ket", "keterangan"),
    # What somebody does in this task.
    "duty": ("jabatan dalam sprin", "jabatan operasional", "jabatan dalam tugas", "tugas", "penugasan"),
    "order": ("no", "nomor", "no urut", "nomor urut", "urut"),
}
SQUEEZED: Final = {name.replace(" ", ""): part for part, names in HEADS.items() for name in names}
HEAD_WITHIN: Final = 15


@dataclass(frozen=True)
class Heads:
    """Where the heads stand: the row under them is the first of the list; columns count from 0.

    `columns` gives the column of each part, `others` the heads that say nothing that a letter needs.
    """

    row: int
    columns: dict[str, int]
    others: dict[int, str]
    width: int


@lru_cache(maxsize=4096)
def part_of(head: str) -> str | None:
    """Return the part that a head names, in any spelling of case, points and blanks."""
    return SQUEEZED.get(re.sub(r"[^a-z]+", "", head.lower())) if len(head) <= 60 else None


def repeats(heads: Heads, cells: tuple[Cell, ...]) -> bool:
    """Tell whether a row says the heads again, as a list does on its next page."""
    named = {part_of(cell.text): column for column, cell in enumerate(cells)}
    return named.get("name") == heads.columns["name"] and len(named.keys() - {None}) > 1


def find_heads(path: Path, rows: Iterator[Row]) -> tuple[Heads, Iterator[Row], list[Problem]]:
    """Return the heads, the rows after them, and notes on what is left out.

    Raises SpecError where no row is the heads', a part is missing, or one is named twice.
    """
    above: list[Row] = []
    for row, cells in rows:
        parts = _parts(cells)
        if "name" in parts and len(parts) > 1:
            return _with_next(path, (row, cells), rows, above)
        if any(cell.text for cell in cells):
            above.append((row, cells))
        if row >= HEAD_WITHIN:
            break
    for row, cells in above:
        if "name" in _parts(cells):
            _refuse(path, row, _parts(cells))
    raise refuse(path, say("no row has the head Nama"), _names())


def _names() -> str:
    return say("name the columns Nama, Pangkat, NRP, Jabatan, Ket")


def _with_next(
    path: Path, first: Row, rows: Iterator[Row], above: list[Row]
) -> tuple[Heads, Iterator[Row], list[Problem]]:
    """Return the heads of a row, or of it and the next one: heads of two rows, the upper one's cells merged."""
    row, cells = first
    if _missing(_parts(cells)):
        second = next(rows, None)
        if second and "name" not in _parts(second[1]) and any(_parts(second[1]).values()):
            row, cells = second[0], _joined(cells, second[1])
        elif second:
            rows = chain([second], rows)
    parts = _parts(cells)
    _refuse(path, row, parts)
    columns = {part: found[0] for part, found in parts.items()}
    others = {n: cell.text for n, cell in enumerate(cells) if cell.text and n not in columns.values()}
    heads = Heads(row, columns, others, max((n for n, cell in enumerate(cells) if cell.text), default=0) + 1)
    return heads, rows, [*_told_above(path, above), *_told_others(path, heads)]


def _joined(upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> tuple[Cell, ...]:
    width = max(len(upper), len(lower))
    padded = [cells + (Cell(""),) * (width - len(cells)) for cells in (upper, lower)]
    return tuple(
        below if part_of(below.text) and not part_of(above.text) else above
        for above, below in zip(*padded, strict=True)
    )


def _parts(cells: Iterable[Cell]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for column, cell in enumerate(cells):
        if part := part_of(cell.text):
            found.setdefault(part, []).append(column)
    return found


def _missing(parts: dict[str, list[int]]) -> list[str]:
    if "both" in parts:
        return []
    return [*(["Pangkat"] if "rank" not in parts else []), *(["NRP"] if not {"number", "nip"} & parts.keys() else [])]


def _refuse(path: Path, row: int, parts: dict[str, list[int]]) -> None:
    problems = [
        fault(
            path,
            (row, columns[1] + 1),
            say("the list has this head twice, in columns {columns}", columns=", ".join(str(n + 1) for n in columns)),
            say("keep one column, or name the other one otherwise"),
        )
        for columns in parts.values()
        if len(columns) > 1
    ]
    if "both" in parts and parts.keys() & {"rank", "number", "nip"}:
        what = say("rank and number stand in one column and in columns of their own")
        problems.append(fault(path, (row, parts["both"][0] + 1), what, say("keep one of them")))
    if missing := _missing(parts):
        what = say("the heads lack {names}", names=", ".join(missing))
        problems.append(fault(path, (row, 1), what, _names()))
    if problems:
        raise SpecError(sorted(problems))


def _told_above(path: Path, above: list[Row]) -> list[Problem]:
    if not above:
        return []
    text = next(cell.text for cell in above[0][1] if cell.text)
    what = say('what stands above the heads is left out: "{text}"', text=quoted(text))
    return [note(path, (above[0][0], 1), what, "")]


def _told_others(path: Path, heads: Heads) -> list[Problem]:
    return [
        note(path, (heads.row, column + 1), say('column "{name}" is not used', name=quoted(name)), "")
        for column, name in heads.others.items()
    ]
