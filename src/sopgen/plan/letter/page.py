"""The page of letters and forms, and the columns of their tables (millimetres)."""

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel

from sopgen.model.look.base import LetterheadLook, PageHead
from sopgen.model.page import PageSetup
from sopgen.model.unit import Unit
from sopgen.plan.contract.frame import PageFrame, frame
from sopgen.plan.measure import line_height, text_width, wrap

# The head of a page begins at least so far from the paper's edge; printers leave less blank.
LEAST_HEAD: Final = 3.0
UNDER_HEAD: Final = 1.0
# Programs break lines by hairs differently: what a text has less than its cell.
HAIR: Final = 0.4


def page_frame(page: PageSetup, head: PageHead, lines: int = 1) -> PageFrame:
    """Return the frame of a page; where its margin is narrow, the lines of its head begin nearer to the edge.

    A head taller than the margin would push the page's text down.
    """
    room = page.margin.atas - lines * line_height(head.ukuran) - UNDER_HEAD
    return frame(page, max(LEAST_HEAD, min(head.jarak, room)))


def kop_width(unit: Unit, look: LetterheadLook, size_pt: float) -> float:
    """Return the width of the letterhead with its rule."""
    return round(max((text_width(line, size_pt) for line in unit.kop), default=0.0), 2) + look.tambahan_lebar


def shared_widths(columns: BaseModel, width: float) -> tuple[float, ...]:
    """Return the widths of columns from their shares of a width."""
    shares = [float(share) for share in vars(columns).values()]
    return tuple(round(share / sum(shares) * width, 2) for share in shares)


def lines_in_row(texts: Sequence[str], columns: Sequence[float], beside: float, size_pt: float) -> int:
    """Return how many lines the tallest text of a table's row takes; `beside` is the room on each side of it."""
    rooms = (width - 2 * beside - HAIR for width in columns)
    return max(len(wrap(text, room, size_pt)) for text, room in zip(texts, rooms, strict=True))
