"""The parts that the Word templates of the forms are made of: heads, labelled rows, lines to write on, signatures."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from scripts.make_order_template import gap, letterhead, table
from scripts.plain_document import add_field, fresh_document, set_widths

from sopgen.plan.forms import case
from sopgen.render.word.table import exact

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
MIDDLE = WD_CELL_VERTICAL_ALIGNMENT.CENTER
# The text of a letter on F4; the program stretches every table to the paper at hand.
TEXT = 175.0
ACROSS = 290.0


def form_document() -> Document:
    """Begin a form: its styles, the mark of drafts, page numbers from the second page, letterhead and titles."""
    document = fresh_document()
    add_styles(document)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    mark(section.first_page_header.paragraphs[0])
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    add_field(number, "PAGE")
    for run in number.runs:
        run.font.size = Pt(9)
    mark(section.header.add_paragraph())
    letterhead(document)
    gap(document, case.AFTER_HEAD)
    titles(document)
    gap(document, case.AFTER_TITLE)
    return document


def add_styles(document: Document) -> None:
    styles = document.styles
    for name, indent, hanging, before in (
        ("Isian", 0.0, 0.0, case.ABOVE_ROW),
        ("Garis tulis", case.NUMBER, 0.0, case.ABOVE_LINE),
        ("Garis bernomor", case.NUMBER, case.NUMBER, case.ABOVE_LINE),
        ("Nomor", case.NUMBER * 2, case.NUMBER, 0.0),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        form = style.paragraph_format
        form.left_indent, form.first_line_indent = Mm(indent), Mm(-hanging)
        form.space_before = Mm(before)
        form.tab_stops.add_tab_stop(Mm(indent))
    for name in ("Heading 1", "Heading 2"):
        styles[name].font.size = None
    section = styles["Heading 2"].paragraph_format
    section.left_indent, section.first_line_indent = Mm(case.NUMBER), Mm(-case.NUMBER)
    section.tab_stops.add_tab_stop(Mm(case.NUMBER))
    section.space_before, section.keep_with_next = Mm(case.GAP), True


def mark(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    run = paragraph.add_run("{{ mark }}")
    run.font.size, run.font.bold = Pt(9), True


def titles(document: Document) -> None:
    heading = document.add_paragraph(style="Heading 1")
    heading.add_run("{{ titles[0] }}").underline = True
    heading.alignment = CENTRE
    for text in ("{%p for baris in titles[1:] %}", "{{ baris }}", "{%p endfor %}"):
        document.add_paragraph(text).alignment = CENTRE


def section(document: Document, key: str, number: int, words: str) -> None:
    """Add a numbered part that may begin a page."""
    may_begin_page(document, key)
    document.add_paragraph(f"{number}.\t{words}", style="Heading 2")


def may_begin_page(document: Document, key: str) -> None:
    when(document, f"'{key}' in new_pages")


def when(document: Document, condition: str) -> None:
    document.add_paragraph(f"{{%p if {condition} %}}")
    begin_page(document)
    document.add_paragraph("{%p endif %}")


def begin_page(document: Document) -> None:
    form = document.add_paragraph().paragraph_format
    form.line_spacing, form.page_break_before = Mm(0.4), True


def repeated(document: Document, loop: str, text: str, style: str) -> None:
    document.add_paragraph(f"{{%p for {loop} %}}")
    document.add_paragraph(text, style=style)
    document.add_paragraph("{%p endfor %}")


def lines(document: Document, name: str) -> None:
    repeated(document, f"baris in {name}", "{{ baris }}", "Garis tulis")


def details(document: Document, name: str, *, indent: float = 0.0, width: float = TEXT) -> None:
    """Add a row `label : text` for each."""
    made = table(document, 3, 3)
    put(made.rows[0].cells[0], f"{{%tr for butir in {name} %}}")
    for cell, text in zip(made.rows[1].cells, ("{{ butir[0] }}", ":", "{{ butir[1] }}"), strict=True):
        put(cell, text).style = "Isian"
    made.rows[1].cells[0].paragraphs[0].paragraph_format.left_indent = Mm(indent)
    put(made.rows[2].cells[0], "{%tr endfor %}")
    set_widths(made, (case.LABEL, case.COLON, width - case.LABEL - case.COLON))


def put(cell: _Cell, text: str) -> Paragraph:
    paragraph = cell.paragraphs[0]
    paragraph.add_run(text)
    return paragraph


def list_table(document: Document, rows: int, columns: int) -> Table:
    """Add a ruled table whose text does not touch its rules."""
    made = table(document, rows, columns, ruled=True)
    margins = made._tbl.tblPr.find(qn("w:tblCellMar"))
    for place, side in ((0, "top"), (2, "bottom")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "28")
        margin.set(qn("w:type"), "dxa")
        margins.insert(place, margin)
    return made


def ruled(
    document: Document, heads: list[str], loop: str, cells: list[str], *, parts: tuple[float, ...], row: float
) -> Table:
    """Add a table with a head and a row for each; `parts` are the columns' parts of the width, `row` its height."""
    made = list_table(document, 4, len(parts))
    for cell, head in zip(made.rows[0].cells, heads, strict=False):
        put(cell, head).runs[0].bold = True
    put(made.rows[1].cells[0], f"{{%tr for {loop} %}}")
    for cell, text in zip(made.rows[2].cells, cells, strict=True):
        put(cell, text)
    put(made.rows[3].cells[0], "{%tr endfor %}")
    as_head(made.rows[0], row)
    as_row(made.rows[2], row)
    set_widths(made, tuple(part * TEXT for part in parts))
    return made


def as_head(row: _Row, height: float) -> None:
    as_row(row, height)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        cell.paragraphs[0].alignment = CENTRE


def as_row(row: _Row, height: float) -> None:
    """Keep a row whole and at least so high: what is typed into it is never cut off."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in row.cells:
        cell.vertical_alignment = MIDDLE
    row.cells[0].paragraphs[0].alignment = CENTRE


def signatures(document: Document, name: str, space: float = case.SIGN) -> Table:
    """Add two signatures side by side: the words above, room to sign, the names."""
    made = table(document, 3, 2)
    for place in (0, 1):
        signer = f"{name}[{place}]"
        above, below = made.rows[0].cells[place], made.rows[2].cells[place]
        put(above, f"{{{{ {signer}.place }}}}")
        for text in (f"{{%p for baris in {signer}.lines %}}", "{{ baris }}", "{%p endfor %}"):
            above.add_paragraph(text)
        printed = put(below, f"{{{{ {signer}.name }}}}")
        printed.runs[0].bold = printed.runs[0].underline = True
        printed.add_run(f"{{{{ {signer}.room }}}}")
        for text in (f"{{%p if {signer}.rank %}}", f"{{{{ {signer}.rank }}}}", "{%p endif %}"):
            below.add_paragraph(text)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.alignment = CENTRE
                paragraph.paragraph_format.keep_with_next = row is not made.rows[2]
    made.rows[1].height, made.rows[1].height_rule = Mm(space), WD_ROW_HEIGHT_RULE.AT_LEAST
    set_widths(made, tuple(part * TEXT for part in case.SIGNERS))
    return made


def stamp(cell: _Cell, size: float) -> None:
    """Put the dotted box of the e-meterai into a cell."""
    box = cell.add_table(1, 1)
    exact(box, [size])
    box.alignment = WD_TABLE_ALIGNMENT.CENTER
    box.rows[0].height, box.rows[0].height_rule = Mm(size), WD_ROW_HEIGHT_RULE.EXACTLY
    inner = box.rows[0].cells[0]
    inner.vertical_alignment = MIDDLE
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "dotted"), ("sz", "6"), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    inner._tc.get_or_add_tcPr().insert_element_before(borders, "w:vAlign")
    put(inner, "{{ stamp[0] }}").alignment = CENTRE
    inner.add_paragraph("{{ stamp[1] }}").alignment = CENTRE
    for paragraph in inner.paragraphs:
        paragraph.runs[0].font.size = Pt(8)
    first, *rest = cell.paragraphs
    for paragraph in (first, *rest):
        paragraph.paragraph_format.line_spacing = Mm(0.8)
