"""An old SOP in a workbook (.xlsx), as offices draw them: its cells, and the shapes and lines over them."""

from pathlib import Path

from sopgen.read.old.cells.workbook import tables_of
from sopgen.read.old.found import OldSop
from sopgen.read.old.tables.sop import sop_of


def read_workbook(path: Path) -> OldSop:
    """Return what an old workbook says. Raises SpecError where it can not be read."""
    tables, left = tables_of(path)
    return sop_of(tables, left)
