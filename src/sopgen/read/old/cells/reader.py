"""An old SOP in a workbook (.xlsx), as offices draw them: its cells, and the shapes and lines over them."""

from pathlib import Path

from sopgen.read.old.cells.workbook import tables_of
from sopgen.read.old.found import OldSop
from sopgen.read.old.from_tables import sop_of
from sopgen.read.old.steps.reader import read_workbook as read_table


def read_workbook(path: Path) -> OldSop:
    """Return what an old workbook says: by its shapes, or where it has none, by its rows. Raises SpecError."""
    tables, left = tables_of(path)
    if not any(table.drawing.symbols for table in tables):
        return read_table(path)
    return sop_of(tables, left)
