"""From the register to the agenda book: an XLSX sheet with a row a number, set up to be printed."""

import io
import textwrap
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from sopgen.register.entry import NumberEntry

HEADS: Final = ("No", "Nomor surat", "Tanggal", "Kepada", "Perihal", "Keadaan", "Keterangan")
WIDTHS: Final = (6, 32, 12, 38, 38, 12, 24)
# Excel's number of folio (8.5 x 13 inches), the paper closest to F4.
FOLIO: Final = 14
MARGIN: Final = 0.6
FONT: Final = {"font_name": "Arial", "font_size": 10}
# Points: of a line of that type, and of the room above and below. No program sizes wrapped rows by itself for sure.
LINE: Final = 13.0
ROOM: Final = 5.0
# Digits are what a column's width counts; words in capitals take more.
CAPITAL: Final = 1.2
TITLE: Final = "BUKU AGENDA SURAT PERINTAH"


def to_xlsx(entries: Sequence[NumberEntry], office: str = "") -> bytes:
    """Return the agenda book; texts are texts, so that no cell can run as a formula. It carries no clock."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "title": "Buku agenda surat perintah"})
        sheet = book.add_worksheet("Agenda")
        plain = {**FONT, "border": 1, "valign": "vcenter", "text_wrap": True}
        counted = book.add_format({**plain, "align": "center"})
        dated = book.add_format({**plain, "align": "center", "num_format": "dd-mm-yyyy"})
        head = book.add_format({**plain, "bold": True, "align": "center"})
        _set_up(sheet, head, office, len(entries))
        cell = book.add_format(plain)
        for row, entry in enumerate(entries, 1):
            sheet.write_number(row, 0, entry.number, counted)
            texts = (entry.text, "", entry.to, entry.subject, entry.state.value, _remark(entry))
            sheet.set_row(row, _height(texts))
            for column, text in enumerate(texts, 1):
                sheet.write_string(row, column, text, cell)
            if entry.day:
                sheet.write_datetime(row, 2, datetime.combine(entry.day, datetime.min.time()), dated)
    return out.getvalue()


def _height(texts: Sequence[str]) -> float:
    """Return the height of a row, in points, in which these texts find room under their heads but the first."""
    return LINE * max(map(_lines, texts, WIDTHS[1:])) + ROOM


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column, rather one too many."""
    capitals = sum(map(str.isupper, text)) / max(1, len(text))
    room = int(width / (1 + capitals * (CAPITAL - 1))) - 1
    return max(1, len(textwrap.wrap(text, room)))


def _set_up(sheet: Any, head: Any, office: str, count: int) -> None:
    """Lay the sheet across, as wide as the paper, its heads on every page and the pages counted."""
    sheet.set_landscape()
    sheet.set_paper(FOLIO)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=1.0, bottom=MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, count, len(HEADS) - 1)
    sheet.set_header(f"&C&B{TITLE}&B\n{office.replace('&', '&&')}"[:255])
    sheet.set_footer("&CHalaman &P dari &N")
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, LINE + ROOM)
    for column, (text, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, head)


def _remark(entry: NumberEntry) -> str:
    corrected = f"pembetulan ke-{entry.version - 1}" if entry.version > 1 else ""
    return "; ".join(filter(None, [entry.reason, corrected]))
