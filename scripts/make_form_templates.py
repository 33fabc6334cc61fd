"""Make fresh Word templates of the forms under templates/. Afterwards each .docx is the source: staff restyle it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.shared import Mm
from docx.table import _Cell
from scripts.form_parts import (
    ACROSS,
    CENTRE,
    TEXT,
    as_head,
    as_row,
    details,
    form_document,
    lines,
    list_table,
    may_begin_page,
    put,
    repeated,
    ruled,
    section,
    signatures,
    stamp,
    when,
)
from scripts.make_order_template import gap
from scripts.plain_document import set_widths

from sopgen.plan.forms import agreement, case, meeting, monitoring, report
from sopgen.render.word.table import cell_margins

ROOT = Path(__file__).parents[1]


def begin_sheets(document: Document) -> None:
    document.add_paragraph("{%p for lembar in sheets %}")
    when(document, "not loop.first")


def end_sheets(document: Document) -> None:
    document.add_paragraph("{%p endfor %}")


def heads(count: int, name: str = "heads") -> list[str]:
    return [f"{{{{ {name}[{n}] }}}}" for n in range(count)]


def cells(count: int) -> list[str]:
    return [f"{{{{ baris[{n}] }}}}" for n in range(count)]


def report_form() -> Document:
    document = form_document()
    section(document, "basis", 1, "Dasar")
    repeated(document, "butir in basis", "{{ loop.index }}.\t{{ butir }}", "Nomor")
    section(document, "people0", 2, "Petugas")
    gap(document, case.ABOVE_TABLE)
    begin_sheets(document)
    ruled(document, heads(4), "baris in lembar", cells(4), parts=report.COLUMNS, row=report.ROW)
    end_sheets(document)
    section(document, "details", 3, "Waktu dan Tempat")
    details(document, "details", indent=case.NUMBER)
    for number, (key, words) in enumerate(
        (("findings", "Hal yang Ditemukan"), ("measures", "Tindakan yang Diambil"), ("results", "Hasil")), 4
    ):
        section(document, key, number, words)
        lines(document, key)
    section(document, "photos", 7, "Dokumentasi")
    gap(document, case.ABOVE_TABLE)
    photos(document)
    section(document, "closing", 8, "Penutup")
    document.add_paragraph("{{ closing }}").paragraph_format.left_indent = Mm(case.NUMBER)
    gap(document, case.GAP)
    signatures(document, "signers")
    return document


def photos(document: Document) -> None:
    made = list_table(document, 4, 2)
    put(made.rows[0].cells[0], "{%tr for pasangan in photos %}")
    made.rows[1].height, made.rows[1].height_rule = Mm(report.PHOTO), WD_ROW_HEIGHT_RULE.AT_LEAST
    for n, cell in enumerate(made.rows[2].cells):
        put(cell, f"{{{{ pasangan[{n}] }}}}").style = "Isian"
    put(made.rows[3].cells[0], "{%tr endfor %}")
    set_widths(made, (TEXT / 2, TEXT / 2))


def list_form(add_list: Callable[[Document], None], note: str, width: float) -> Document:
    """Make a form that is a list under its details, with a note and a signature below."""
    document = form_document()
    details(document, "details", width=width)
    gap(document, case.GAP)
    begin_sheets(document)
    add_list(document)
    end_sheets(document)
    may_begin_page(document, "foot")
    gap(document, case.GAP)
    document.add_paragraph(f"{{{{ {note} }}}}")
    gap(document, case.GAP)
    signatures(document, "signers")
    return document


def attendance_list(document: Document) -> None:
    """Add the list: two rows at a time, since their places to sign stand staggered."""
    made = list_table(document, 5, len(meeting.LIST_COLUMNS))
    head, begin, odd, even, end = made.rows
    set_widths(made, tuple(part * TEXT for part in meeting.LIST_COLUMNS))
    for cell, text in zip(head.cells, heads(5), strict=False):
        put(cell, text).runs[0].bold = True
    put(begin.cells[0], "{%tr for pasangan in lembar %}")
    for place, row in enumerate((odd, even)):
        for n, cell in enumerate(row.cells[:4]):
            put(cell, f"{{{{ pasangan[{place}][{n}] }}}}")
    for row in (odd, even):
        as_row(row, meeting.LIST_ROW)
    put(end.cells[0], "{%tr endfor %}")
    as_head(head, meeting.LIST_ROW)
    head.cells[4].merge(head.cells[5])
    for place, column in enumerate((4, 5)):
        cell = odd.cells[column].merge(even.cells[column])
        put(cell, f"{{{{ pasangan[{place}][0] }}}}.")
        cell_margins(cell, x=1.0, y=0.5)
    odd.cells[4].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
    odd.cells[5].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM


def minutes_form() -> Document:
    document = form_document()
    details(document, "details")
    section(document, "agenda", 1, "Agenda")
    repeated(document, "baris in agenda", "{{ loop.index }}.\t{{ baris }}", "Garis bernomor")
    document.paragraphs[-2].paragraph_format.left_indent = Mm(2 * case.NUMBER)
    for number, (key, words) in enumerate((("discussion", "Pokok Bahasan"), ("conclusion", "Kesimpulan")), 2):
        section(document, key, number, words)
        lines(document, key)
    section(document, "tasks", 4, "Tindak Lanjut")
    gap(document, case.ABOVE_TABLE)
    ruled(
        document,
        heads(4),
        "nomor in rows",
        ["{{ nomor }}", "", "", ""],
        parts=meeting.TASK_COLUMNS,
        row=meeting.TASK_ROW,
    )
    may_begin_page(document, "foot")
    gap(document, case.GAP)
    signatures(document, "signers")
    return document


def agreement_form() -> Document:
    document = form_document()
    document.add_paragraph("{{ opening }}")
    document.add_paragraph("{%p for pihak in parties %}")
    when(document, "('party' ~ loop.index0) in new_pages")
    name = document.add_paragraph()
    name.add_run("{{ pihak.name }}").bold = True
    name.paragraph_format.space_before = Mm(case.GAP)
    details(document, "pihak.details")
    document.add_paragraph("{%p endfor %}")
    may_begin_page(document, "subject")
    document.add_paragraph("{{ subject }}").paragraph_format.space_before = Mm(case.GAP)
    repeated(document, "baris in subject_lines", "{{ baris }}", "Garis tulis")
    document.paragraphs[-2].paragraph_format.left_indent = Mm(0)
    may_begin_page(document, "agreed")
    document.add_paragraph("{{ agreed }}")
    document.add_paragraph("{%p for butir in items %}")
    document.add_paragraph("{{ loop.index }}.\t{{ butir[0] }}", style="Garis bernomor")
    repeated(document, "baris in butir[1:]", "{{ baris }}", "Garis tulis")
    document.add_paragraph("{%p endfor %}")
    may_begin_page(document, "closing")
    document.add_paragraph("{{ closing }}").paragraph_format.space_before = Mm(case.GAP)
    signed = signatures(document, "parties_sign", agreement.STAMP_SIZE + 2)
    stamp(signed.rows[1].cells[0], agreement.STAMP_SIZE)
    witnesses(document)
    return document


def witnesses(document: Document) -> None:
    may_begin_page(document, "witnesses")
    document.add_paragraph("Saksi-saksi:").paragraph_format.space_before = Mm(case.GAP)
    gap(document, case.ABOVE_TABLE)
    ruled(
        document,
        heads(4, "witness_heads"),
        "nomor in witnesses",
        ["{{ nomor }}", "", "", ""],
        parts=agreement.WITNESS_COLUMNS,
        row=agreement.WITNESS_ROW,
    )
    may_begin_page(document, "foot")
    gap(document, case.ABOVE_TABLE)
    signatures(document, "signers")


def assessment(document: Document) -> None:
    """Add the table of Tabel 7: its head has two rows, the assessment's two marks under one head."""
    columns = len(monitoring.COLUMNS)
    made = list_table(document, 5, columns)
    upper, lower, begin, row, end = made.rows
    set_widths(made, tuple(part * TEXT for part in monitoring.COLUMNS))
    as_head(upper, monitoring.HEAD_ROWS[0])
    as_head(lower, monitoring.HEAD_ROWS[1])
    put(begin.cells[0], "{%tr for baris in lembar %}")
    for cell, text in zip(row.cells, cells(2), strict=False):
        put(cell, text)
    as_row(row, monitoring.ROWS[0])
    put(end.cells[0], "{%tr endfor %}")
    upper.cells[2].merge(upper.cells[3])
    for n, column in enumerate((0, 1, 2, 4, 5, 6)):
        cell = upper.cells[column]
        if column != 2:
            cell = cell.merge(lower.cells[column])
        head(cell, f"{{{{ heads[{n}] }}}}")
    for n, column in enumerate((2, 3)):
        head(lower.cells[column], f"{{{{ marks[{n}] }}}}")


def head(cell: _Cell, text: str) -> None:
    put(cell, text).alignment = CENTRE
    cell.paragraphs[0].runs[0].bold = True


MAKERS = {
    "laporan-hasil": report_form,
    "daftar-hadir": partial(list_form, attendance_list, "purpose", TEXT),
    "notulen": minutes_form,
    "kesepakatan-bersama": agreement_form,
    "monitoring": partial(list_form, assessment, "every", ACROSS),
}


def main() -> None:
    for name, make in MAKERS.items():
        folder = ROOT / "templates" / name
        folder.mkdir(parents=True, exist_ok=True)
        make().save(str(folder / f"{name}.docx"))


if __name__ == "__main__":
    main()
