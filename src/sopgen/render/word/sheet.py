"""The page of a Word document as the plan has it."""

from typing import cast

from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.section import Section
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph

from sopgen.plan.contract.frame import PageFrame

# The height of a paragraph that only begins a page, since Word needs one between two tables (mm).
SMALL = 0.4


def lay_out(section: Section, frame: PageFrame) -> None:
    """Give a section of the document the size, the margins and the place of the head of a frame."""
    across = frame.width > frame.height
    section.orientation = WD_ORIENTATION.LANDSCAPE if across else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(frame.width), Mm(frame.height)
    section.top_margin, section.bottom_margin = Mm(frame.top), Mm(frame.bottom)
    section.left_margin, section.right_margin = Mm(frame.left), Mm(frame.right)
    section.header_distance = Mm(frame.head)


def new_page_before(table: Table) -> None:
    """Begin a page before a table, by a paragraph of its own.

    Not in the template: LibreOffice moves a page break into the tag of the loop, with which it goes.
    """
    element = cast("CT_P", OxmlElement("w:p"))
    table._tbl.addprevious(element)
    begin_page(Paragraph(element, table._parent))


def begin_page(paragraph: Paragraph) -> None:
    """Make an empty paragraph as small as may be, at the top of a new page."""
    shrink(paragraph)
    paragraph.paragraph_format.page_break_before = True


def shrink(paragraph: Paragraph) -> None:
    """Make an empty paragraph as small as may be."""
    form = paragraph.paragraph_format
    form.line_spacing, form.line_spacing_rule = Mm(SMALL), WD_LINE_SPACING.EXACTLY
