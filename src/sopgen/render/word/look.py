"""Give the styles of a Word template the sizes and distances of rupa.yaml, which counts in Word as in the PDF."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles import BabelFish
from docx.styles.style import ParagraphStyle

from sopgen.model.look.base import MM_A_POINT
from sopgen.render.word.habits import drop_own_measures
from sopgen.render.word.named import styles
from sopgen.render.word.table import EIGHTHS


@dataclass(frozen=True)
class StyleLook:
    """What rupa.yaml says of a paragraph style; None leaves it as the template has it.

    `size` is that of the type (pt); `before` and `after` are distances, `least` the least height of its lines and
    `line` their exact one (mm), `lines` how many times the usual one; `indent` is how far all lines stand in,
    `hanging` how much further its later ones do, `right` how far they end before the margin, `tab` the column of
    what stands before a tab (mm). `justified` lines end at the right margin.
    """

    size: float | None = None
    before: float | None = None
    after: float | None = None
    least: float | None = None
    line: float | None = None
    lines: float | None = None
    indent: float | None = None
    hanging: float | None = None
    right: float | None = None
    tab: float | None = None
    justified: bool = False


def apply(document: Document, looks: Mapping[str, StyleLook], face: str, template: str) -> None:
    """Give the styles of these names their look, and the face. Raises TemplateError where one is missing."""
    found = styles(document, looks, template)
    # Words of the commonest style may be the unit's own, with sizes of their own.
    drop_own_measures(document, [style for name, style in found.items() if name != "Normal"])
    for name, style in found.items():
        # Under its own name, also where LibreOffice wrote `Heading 2` for Word's `heading 2`.
        style.element.find(qn("w:name")).set(qn("w:val"), BabelFish.ui2internal(name))
        _face(style, face)
        _measures(style, looks[name])


def _face(style: ParagraphStyle, face: str) -> None:
    style.font.name = face
    fonts = style.element.rPr.rFonts
    # A theme's font would win over the name.
    for key in [key for key in fonts.attrib if "heme" in key]:
        del fonts.attrib[key]
    for side in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{side}"), face)


def _measures(style: ParagraphStyle, look: StyleLook) -> None:
    form = style.paragraph_format
    if look.size is not None:
        style.font.size = Pt(look.size)
    if look.before is not None:
        form.space_before = Mm(look.before)
    if look.after is not None:
        form.space_after = Mm(look.after)
    if look.justified:
        form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _lines(style, look)
    _sides(style, look)


def _lines(style: ParagraphStyle, look: StyleLook) -> None:
    form = style.paragraph_format
    if look.least is not None:
        form.line_spacing, form.line_spacing_rule = Mm(look.least), WD_LINE_SPACING.AT_LEAST
    if look.line is not None:
        form.line_spacing, form.line_spacing_rule = Mm(look.line), WD_LINE_SPACING.EXACTLY
    if look.lines is not None:
        form.line_spacing = look.lines


def _sides(style: ParagraphStyle, look: StyleLook) -> None:
    form = style.paragraph_format
    if look.indent is not None or look.hanging is not None:
        _indent(style, look.indent or 0.0, look.hanging or 0.0)
    if look.right is not None:
        form.right_indent = Mm(look.right)
    if look.tab is not None:
        form.tab_stops.clear_all()
        form.tab_stops.add_tab_stop(Mm((look.indent or 0.0) + look.tab))


def rule_under(style: ParagraphStyle, thickness: float, distance: float) -> None:
    """Give a style that has a rule under it the thickness (pt) and the distance (mm) of it."""
    for border in style.element.iter(qn("w:bottom")):
        border.set(qn("w:sz"), str(round(thickness * EIGHTHS)))
        border.set(qn("w:space"), str(round(distance / MM_A_POINT)))


def _indent(style: ParagraphStyle, indent: float, hanging: float) -> None:
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = Mm(indent + hanging), Mm(-hanging)
    form.tab_stops.clear_all()
    form.tab_stops.add_tab_stop(Mm(indent + hanging))
