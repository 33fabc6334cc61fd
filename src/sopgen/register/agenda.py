"""From the register to the agenda book: an XLSX sheet with a row a number."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import xlsxwriter

from sopgen.register.store import NumberEntry

HEADS: Final = ("No", "Nomor surat", "Tanggal", "Perihal", "Keadaan", "Alasan", "SHA-256")
WIDTHS: Final = (6, 34, 12, 50, 12, 30, 20)


def to_xlsx(entries: Sequence[NumberEntry]) -> bytes:
    """Return the agenda book; texts are texts, so that no cell can run as a formula. It carries no clock."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "title": "Buku agenda surat perintah"})
        sheet = book.add_worksheet("Agenda")
        bold, dated = book.add_format({"bold": True, "border": 1}), book.add_format({"num_format": "dd-mm-yyyy"})
        sheet.freeze_panes(1, 0)
        for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, bold)
        for row, entry in enumerate(entries, 1):
            sheet.write_number(row, 0, entry.number)
            texts = {1: entry.text, 3: entry.subject, 4: entry.state.value, 5: entry.reason, 6: entry.digest}
            for column, text in texts.items():
                sheet.write_string(row, column, text)
            if entry.day:
                sheet.write_datetime(row, 2, datetime.combine(entry.day, datetime.min.time()), dated)
    return out.getvalue()
