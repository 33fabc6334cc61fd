"""A bare Word document to build templates on: Arial only, no theme fonts, no left-over parts."""

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

UNWANTED = ("stylesWithEffects", "customXml", "thumbnail")
KEPT_STYLES = (
    "Normal",
    "Heading 1",
    "Heading 2",
    "Header",
    "Footer",
    "Table Grid",
    "Normal Table",
    "Default Paragraph Font",
    "No List",
)


def fresh_document() -> WordDocument:
    document = Document()
    drop_parts(document)
    of_today(document)
    plain_styles(document)
    drop_dangling_links(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(20),
        Mm(15),
        Mm(15),
        Mm(20),
    )
    section.header_distance, section.footer_distance = Mm(10), Mm(8)
    return document


def of_today(document: WordDocument) -> None:
    """Have Word lay the document out by its present rules: a table's border stands at the margin, not outside it."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def drop_dangling_links(document: WordDocument) -> None:
    """A paragraph style may name a character style as its pair; those that were dropped are no pair."""
    styles = document.styles.element
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for link in list(styles.iter(qn("w:link"))):
        if link.get(qn("w:val")) not in known:
            link.getparent().remove(link)


def drop_parts(document: WordDocument) -> None:
    for rels in (document.part.rels, document.part.package.rels):
        for rid in [rid for rid, rel in rels.items() if any(word in rel.reltype for word in UNWANTED)]:
            del rels[rid]


def plain_styles(document: WordDocument) -> None:
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT_STYLES:
            style.element.getparent().remove(style.element)
    latent = styles.element.find(qn("w:latentStyles"))
    if latent is not None:
        styles.element.remove(latent)
    for fonts in list(styles.element.iter(qn("w:rFonts"))):
        arial(fonts)
    for lang in styles.element.iter(qn("w:lang")):
        for side in ("val", "eastAsia", "bidi"):
            lang.set(qn(f"w:{side}"), "id-ID")
    normal = styles["Normal"]
    normal.font.size = Pt(9.5)
    spacing(normal)
    for name, size in (("Heading 1", 12), ("Heading 2", 9)):
        style = styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, RGBColor(0, 0, 0)
        spacing(style)
    item = styles.add_style("Butir", WD_STYLE_TYPE.PARAGRAPH)
    item.base_style = normal
    item.paragraph_format.left_indent, item.paragraph_format.first_line_indent = Mm(4), Mm(-4)
    item.paragraph_format.tab_stops.add_tab_stop(Mm(4))
    flow = styles.add_style("Tabel alur", WD_STYLE_TYPE.PARAGRAPH)
    flow.base_style = normal
    flow.font.size = Pt(9)
    listed = styles.add_style("Butir tabel", WD_STYLE_TYPE.PARAGRAPH)
    listed.base_style = item
    listed.font.size = Pt(9)


def arial(fonts) -> None:  # type: ignore[no-untyped-def]
    fonts.attrib.clear()
    for side in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{side}"), "Arial")


def spacing(style) -> None:  # type: ignore[no-untyped-def]
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.0


def set_widths(table: Table, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def border_sides(cell: _Cell, **sides: bool) -> None:
    """Take the named sides' borders off a cell."""
    properties = cell._tc.get_or_add_tcPr()
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        properties.append(borders)
    for side, wanted in sides.items():
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "single" if wanted else "nil")
        borders.append(border)


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field such as PAGE."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        elif text == instruction:
            code = OxmlElement("w:instrText")
            code.text = f" {text} "
            run._r.append(code)
        else:
            run.text = text


__all__ = ["add_field", "border_sides", "fresh_document", "set_widths"]
