"""Front pages whose lists have their titles at the left and their texts at the right, under a box (millimetres)."""

from functools import partial
from typing import Final

from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.front.body import ChartRows, chart_rows, history_columns, history_rows, initialled
from sopgen.plan.front.lists import FrontList, ListPart, front_lists
from sopgen.plan.front.tables import SheetFiller, list_lines, measured

# The column of the titles (mm).
TITLE: Final = 42.0


def titled_sheets(filler: SheetFiller, sop: Sop, look: SopLook, width: float) -> tuple[FrontSheet, ...]:
    """Return the front pages with all lists; the filler makes the box at their head."""
    filler.begin()
    for one in front_lists(sop, look):
        if one.history is not None:
            filler.add(_history(one, look, width), one.loc)
        elif one.charts:
            for n, chart in enumerate(chart_rows(sop, look, width - TITLE)):
                filler.add(_chart(chart, one.whole.title if n == 0 else "", look), ("kegiatan", n))
        else:
            filler.add_list(one, partial(_listed, look=look, width=width))
    return initialled(filler, sop, look, width)


def _body(width: float) -> list[float]:
    """Return the columns below the box: the title's, and those of the record of changes, which a text spans."""
    return [TITLE, *history_columns(width - TITLE)]


def _listed(part: ListPart, look: SopLook, width: float) -> MeasuredTable:
    size = look.identitas.ukuran
    title = TableCell((CellLine(part.title, size, bold=True),))
    text = TableCell(list_lines(part, size, titled=False), across=4)
    return measured(_body(width), [((title, text), 0.0)], look)


def _history(one: FrontList, look: SopLook, width: float) -> MeasuredTable:
    size = look.identitas.ukuran
    rows = history_rows(one.history or (), size)
    title = TableCell((CellLine(one.whole.title, size, bold=True),), down=len(rows))
    first, *others = rows
    return measured(_body(width), [((title, *first[0]), first[1]), *others], look)


def _chart(chart: ChartRows, title: str, look: SopLook) -> MeasuredTable:
    size = look.identitas.ukuran
    lines = [CellLine(title, size, bold=True), CellLine(chart.above, size)]
    first, *others = chart.rows
    beside = TableCell(tuple(line for line in lines if line.text), down=len(chart.rows))
    return measured([TITLE, *chart.lanes], [((beside, *first[0]), first[1]), *others], look)
