"""From tables to an XLSX workbook: a sheet each, with heads on every page; the same bytes for the same tables."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import xlsxwriter

# Excel's number of A4.
PAPER: Final = 9
MARGIN: Final = 0.5
FONT: Final = {"font_name": "Arial", "font_size": 10}
# The longest text that a cell of Excel holds.
LONGEST: Final = 32_000
Cell = str | int


@dataclass(frozen=True)
class SheetTable:
    """A sheet: its name, its heads with their widths in letters, its rows; `narrow` columns stand centred."""

    name: str
    heads: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[Cell]]
    narrow: frozenset[int] = frozenset()


def to_workbook(title: str, tables: Sequence[SheetTable]) -> bytes:
    """Return the workbook; texts are texts, so that no cell can run as a formula. It carries no clock."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "title": title})
        plain = {**FONT, "border": 1, "valign": "top", "text_wrap": True}
        formats = {
            "head": book.add_format({**plain, "bold": True, "align": "center", "valign": "vcenter"}),
            "cell": book.add_format(plain),
            "narrow": book.add_format({**plain, "align": "center"}),
        }
        for table in tables:
            _sheet(book.add_worksheet(table.name), title, table, formats)
    return out.getvalue()


def _sheet(sheet: Any, title: str, table: SheetTable, formats: dict[str, Any]) -> None:
    last = len(table.heads) - 1
    sheet.set_landscape()
    sheet.set_paper(PAPER)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=0.9, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), last)
    sheet.set_header(f"&C&B{title.replace('&', '&&')}"[:255])
    sheet.set_footer("&CHalaman &P dari &N")
    for column, (text, width) in enumerate(table.heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, formats["head"])
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            cell = formats["narrow" if column in table.narrow else "cell"]
            if isinstance(value, int):
                sheet.write_number(number, column, value, cell)
            else:
                sheet.write_string(number, column, value[:LONGEST], cell)
