"""Which pages are one flow table: a page whose rows begin with 1 again begins another flow, with lanes of its own."""

import re
from collections.abc import Sequence

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import folded
from sopgen.read.old.pdf.flow.sheets import Sheet
from sopgen.read.old.pdf.page.cells import Taken
from sopgen.read.old.pdf.page.words import blocks, found, lines_of

# The title of a flow stands no further above its table, in points.
_ABOVE = 50.0


def tables_of(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    """Return the sheets table by table."""
    tables: list[list[Sheet]] = []
    for sheet in sheets:
        if tables and not _begins(tables[-1], sheet):
            tables[-1].append(sheet)
        else:
            tables.append([sheet])
    return tables


def _begins(before: Sequence[Sheet], sheet: Sheet) -> bool:
    has_head = sheet.head.page == sheet.page.number
    rows = [row for row in before[-1].rows if row.cells]
    return has_head and _first_number(sheet) == 1 and _first_number(before[0]) == 1 and not rows[-1].whole


def _first_number(sheet: Sheet) -> int:
    texts = [row.text("nomor") for row in sheet.rows if row.text("nomor")]
    digits = re.match(r"\d{1,3}", texts[0]) if texts else None
    return int(digits[0]) if digits else 0


def heads_differ(sheets: Sequence[Sheet]) -> bool:
    """Return whether the heads of the lanes are not the same on all pages of a table."""
    return len({tuple(folded(lane.head.text) for lane in sheet.head.lanes) for sheet in sheets}) > 1


def title_above(sheet: Sheet, taken: Taken) -> Found:
    """Return the lines above a table as the title of its flow, with a doubt; an empty text where there are none."""
    top = sheet.head.area.top
    free = [word for word in taken.free(sheet.page) if top - _ABOVE < word.area.bottom <= top + 1]
    if not free:
        return Found("")
    words = [word for line in blocks(lines_of(free))[-1] for word in line.words]
    taken.take(sheet.page.number, words)
    return found(words, sheet.page.number, say("it is the line above the flow table"))
