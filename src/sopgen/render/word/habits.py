"""What Word and LibreOffice do to a template when staff work on it, taken back where it would spoil a document."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from lxml import etree

# Set on a paragraph or its words themselves, these would win over the style.
ON_PARAGRAPHS = ("w:spacing", "w:ind")
ON_WORDS = ("w:rFonts", "w:sz", "w:szCs")
OTHER_SCRIPTS = (qn("w:eastAsia"), qn("w:cs"))


def keep_sections(document: Document) -> None:
    """Give a section's end that stands in a paragraph of a loop's tag a paragraph of its own, before filling.

    LibreOffice saves it there, and the paragraph goes when the template is filled.
    """
    for end in list(document.element.body.iter(qn("w:sectPr"))):
        paragraph = next(end.iterancestors(qn("w:p")), None)
        if paragraph is not None and "".join(one.text or "" for one in paragraph.iter(qn("w:t"))).startswith("{%"):
            own = cast("CT_P", OxmlElement("w:p"))
            paragraph.addnext(own)
            form = own.get_or_add_pPr()
            form.spacing_line, form.spacing_lineRule = Pt(1), WD_LINE_SPACING.EXACTLY
            form.append(end)


def keep_table_names(document: Document) -> None:
    """Give tables that only a bookmark names the name as their alternative text's title, before filling.

    The paragraph that holds the bookmark goes where it is a loop's tag.
    """
    for table in document.element.body.iter(qn("w:tbl")):
        marks = (one for one in table.iter(qn("w:bookmarkStart")) if next(one.iterancestors(qn("w:tbl"))) is table)
        names = [name for one in marks if not (name := one.get(qn("w:name"), "")).startswith("_")]
        if names and table.tblPr.find(qn("w:tblCaption")) is None:
            caption = OxmlElement("w:tblCaption")
            caption.set(qn("w:val"), names[0])
            table.tblPr.append(caption)


def mark_own_pictures(document: Document) -> None:
    """Give each picture of the template an alternative text, though empty: those without one are then the emblems."""
    for drawing in document.element.body.iter(qn("wp:docPr")):
        drawing.set("descr", drawing.get("descr", ""))


def own_measures(document: Document, styles: Iterable[ParagraphStyle]) -> Iterator[str]:
    """Yield the texts of paragraphs of these styles that have another face, size or distance than the style."""
    known = {style.style_id: style for style in styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        style = known.get(paragraph.style)
        if style is not None and _differ(paragraph, style):
            yield "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _differ(paragraph: CT_P, style: ParagraphStyle) -> bool:
    runs = [run.find(qn("w:rPr")) for run in paragraph.iter(qn("w:r"))]
    own = [one for name in ON_PARAGRAPHS for one in _all(paragraph.pPr, name)]
    # Not szCs, the size of other scripts: LibreOffice writes it everywhere, and their faces too.
    own += [one for run in runs for name in ("w:rFonts", "w:sz") for one in _all(run, name)]
    # LibreOffice repeats on a paragraph what its style says, or one that this is based on.
    said = (pair for one in own for pair in set(one.attrib.items()) - _of_style(one.tag, style))
    return any(key not in OTHER_SCRIPTS for key, _ in said)


def _of_style(tag: str, style: ParagraphStyle) -> set[Any]:
    base = style.base_style
    said = _of_style(tag, base) if isinstance(base, ParagraphStyle) else set[Any]()
    said |= {pair for one in style.element.iter(tag) for pair in one.attrib.items()}
    return said | {(qn(f"w:{name}"), "0") for name in ("before", "after", "left", "right", "firstLine", "hanging")}


def drop_own_measures(document: Document, styles: Iterable[ParagraphStyle]) -> None:
    """Take face, sizes and distances off paragraphs of these styles and off their words: the styles have them."""
    governed = {style.style_id for style in styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        if paragraph.style in governed:
            _drop(paragraph.pPr, ON_PARAGRAPHS)
            for run in paragraph.iter(qn("w:r")):
                _drop(run.find(qn("w:rPr")), ON_WORDS)


def loosen(table: Table) -> None:
    """Let rows of an exact height grow with their text, and drop the distances that cells have of their own."""
    for row in table.rows:
        if row.height_rule == WD_ROW_HEIGHT_RULE.EXACTLY:
            row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in (cell for row in table._tbl.tr_lst for cell in row.tc_lst):
        _drop(cell.tcPr, ["w:tcMar"])


def _drop(properties: etree._Element | None, names: Iterable[str]) -> None:
    for one in [found for name in names for found in _all(properties, name)]:
        one.getparent().remove(one)


def _all(properties: etree._Element | None, name: str) -> list[Any]:
    return [] if properties is None else list(properties.findall(qn(name)))
