"""From a table of steps, CSV or workbook, to what was read of it; above the table the front page may stand."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say
from sopgen.model.sop import Layout
from sopgen.read.old.found import Found, OldSop
from sopgen.read.old.front.lines import Line
from sopgen.read.old.front.pages import front_pages
from sopgen.read.old.steps.heads import GridRow, StepColumns, heads_in
from sopgen.read.old.steps.rows import activities_in
from sopgen.read.old.steps.table_file import TableSheet, csv_sheet, workbook_sheets

TABLE_HEADS = ("nomor", "kegiatan", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "keluaran", "keterangan")


def read_csv(path: Path) -> OldSop:
    """Return what a CSV file of steps says; raise SpecError or SopgenError where it can not be read, or has none."""
    return _whole(path, [csv_sheet(path, path.read_bytes())])


def read_workbook(path: Path) -> OldSop:
    """Return what a workbook's sheets say; raise as `read_csv` does."""
    return _whole(path, workbook_sheets(path))


def _whole(path: Path, sheets: Sequence[TableSheet]) -> OldSop:
    found = [_read(sheet) for sheet in sheets]
    if not any(one.activities for one in found):
        heads = say("it needs a row of heads: Kegiatan, Pelaksana, Kelengkapan, Waktu, Output")
        what = say("no table of steps was found in this file")
        raise SopgenError(with_fix(f"{path.as_posix()}: {what}", heads))
    return reduce(_joined, found)


def _read(sheet: TableSheet) -> OldSop:
    found = heads_in(sheet.rows)
    front = front_pages([_line(row) for row in sheet.rows[: found[0] if found else len(sheet.rows)]])
    front = replace(front, unplaced=(*front.unplaced, *sheet.hidden), layout=Layout.PER_STEP)
    if found is None:
        return front
    at, columns = found
    title = front.texts.get("identitas.nama_sop.nilai") or Found(sheet.name)
    activities, left = activities_in(sheet.rows[at + columns.rows :], columns, title)
    return replace(
        front,
        texts={**front.texts, **head_texts(columns)},
        activities=activities,
        further=further_heads(columns),
        unplaced=(*front.unplaced, *left),
    )


def further_heads(columns: StepColumns) -> tuple[Found, ...]:
    """Return the heads of the columns that are none of the usual ones."""
    return tuple(head for _, head in columns.further)


def head_texts(columns: StepColumns) -> dict[str, Found]:
    """Return the heads of a table as written, by spec path."""
    return {f"kepala_tabel.{key}": head for key, head in columns.heads.items() if key in TABLE_HEADS}


def _line(row: GridRow) -> Line:
    filled = [cell for cell in row if cell.text]
    return Line(tuple(cell.text for cell in row), (filled or list(row))[0].spot)


def _joined(one: OldSop, other: OldSop) -> OldSop:
    """Return two sheets as one: what both say is kept from the first, and left over of the second."""
    if one.activities and [head.text for head in one.further] != [head.text for head in other.further]:
        one, other = _without_further(one), _without_further(other)
    again = [found for path, found in other.texts.items() if path in one.texts]
    twice = [found for key in other.lists for found in other.lists[key] if key in one.lists]
    said = {found.text for found in (*one.texts.values(), *(item for items in one.lists.values() for item in items))}
    return replace(
        one,
        texts={**other.texts, **one.texts},
        lists={**other.lists, **one.lists},
        heads={**other.heads, **one.heads},
        marks={**other.marks, **one.marks},
        activities=(*one.activities, *other.activities),
        further=one.further or other.further,
        unplaced=(*one.unplaced, *other.unplaced, *(found for found in (*again, *twice) if found.text not in said)),
    )


def _without_further(old: OldSop) -> OldSop:
    """Return what a sheet says with its further columns left over: those of another sheet are others."""
    cells = [cell for one in old.activities for step in one.steps for items in step.more for cell in items]
    bare = [replace(one, steps=tuple(replace(step, more=()) for step in one.steps)) for one in old.activities]
    return replace(old, activities=tuple(bare), further=(), unplaced=(*old.unplaced, *old.further, *cells))
