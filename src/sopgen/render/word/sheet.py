"""The page of a Word document as the plan has it."""

from docx.enum.section import WD_ORIENTATION
from docx.section import Section
from docx.shared import Mm

from sopgen.plan.contract.frame import PageFrame


def lay_out(section: Section, frame: PageFrame) -> None:
    """Give a section of the document the size, the margins and the place of the head of a frame."""
    across = frame.width > frame.height
    section.orientation = WD_ORIENTATION.LANDSCAPE if across else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(frame.width), Mm(frame.height)
    section.top_margin, section.bottom_margin = Mm(frame.top), Mm(frame.bottom)
    section.left_margin, section.right_margin = Mm(frame.left), Mm(frame.right)
    section.header_distance = Mm(frame.head)
