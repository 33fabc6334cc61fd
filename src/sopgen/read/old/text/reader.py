"""From a pasted or scanned text to what was read of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say
from sopgen.model.sop import Layout
from sopgen.read.old.found import Found, FoundActivity, FoundStep, OldSop
from sopgen.read.old.front.items import BARE_MARK
from sopgen.read.old.front.lines import Line
from sopgen.read.old.front.pages import front_pages
from sopgen.read.old.steps import rows as steps
from sopgen.read.old.steps.heads import GridRow, StepColumns, heads_in
from sopgen.read.old.steps.reader import further_heads, head_texts
from sopgen.read.old.text import activities
from sopgen.read.old.text.flat import flat_steps, flat_table, spaced_table
from sopgen.read.old.text.markup import lines_of

LONGEST_NUMBER: Final = 4
# Letters of a text: an SOP of a hundred pages has a quarter of them.
LONGEST_TEXT: Final = 1_000_000
# Signs that no text holds.
_BINARY: Final = "\0"


def read_text(content: bytes) -> OldSop:
    """Return what a text says; raise SopgenError where it is no text."""
    text = text_of(content)
    if len(text) > LONGEST_TEXT:
        what = say("the text has more than {most} letters: it is no SOP", most=LONGEST_TEXT)
        raise SopgenError(with_fix(what, say("name the right file")))
    lines = lines_of(text)
    rows = [_row(line) for line in lines]
    found = heads_in(rows)
    if found is None:
        old = _without_table(lines)
    else:
        at, columns = found
        body, after = _whole(rows[at + columns.rows :], columns)
        old = _with_table(front_pages(lines[:at]), body, columns)
        old = replace(old, unplaced=(*old.unplaced, *after))
    return old


def _without_table(lines: Sequence[Line]) -> OldSop:
    """Return what a text says that has no table with columns, maybe one a cell a line."""
    at, spaced = flat_table(lines), spaced_table(lines)
    places = [place for place in (at, spaced) if place is not None]
    front = front_pages(lines[: min(places, default=len(lines))])
    if not places:
        return _with_listed_steps(front)
    found, rest = flat_steps(lines[min(places) :], _title(front))
    return replace(front, activities=found, unplaced=(*front.unplaced, *rest))


def _with_listed_steps(front: OldSop) -> OldSop:
    """Return what a text says, with the steps that it lists in words in the place of a flow."""
    listed = [one for one in front.lists.get("langkah", ()) if one.text]
    if not listed:
        return front
    doubt = say("the steps were listed in words: who does each, and what is a decision, is to be filled in")
    activity = FoundActivity(_title(front), (), tuple(FoundStep(one) for one in listed), doubt=doubt)
    lists = {key: items for key, items in front.lists.items() if key != "langkah"}
    heads = {key: head for key, head in front.heads.items() if key != "langkah"}
    return replace(front, lists=lists, heads=heads, activities=(activity,))


def text_of(content: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or Windows-1252; raise SopgenError where it is none."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0" if wide else content.decode("cp1252", errors="replace")
    if _BINARY in text:
        raise SopgenError(with_fix(say("this is no text file"), say("name the right file")))
    return text


def _row(line: Line) -> GridRow:
    if line.spaced:
        return (line.found(line.text),)
    return tuple(Found(cell, line.spot) for cell in line.cells)


def _whole(rows: Sequence[GridRow], columns: StepColumns) -> tuple[list[GridRow], list[Found]]:
    """Return the rows of the table, and what stands behind it.

    What one cell of Word holds in several lines comes as several lines of text: a row begins with its number, a line
    without one goes on in the last cell of the row above. A line alone behind an empty one is not of the table.
    """
    found: list[GridRow] = []
    after: list[Found] = []
    numbered = columns.places.get("nomor") == 0
    for above, row in zip([(), *rows], rows, strict=False):
        if not any(cell.text for cell in row):
            continue
        if len(row) == 1 and not any(cell.text for cell in above):
            after.append(row[0])
            continue
        if not found or not numbered or _begins(found[-1], row, columns.width):
            found.append(row)
        else:
            found[-1] = _gone_on(found[-1], row)
    return found, after


def _begins(last: GridRow, row: GridRow, width: int) -> bool:
    """Tell whether a line begins a row: the one above has its cells, and this one has them all, or a number first."""
    if len(last) < width - 1 and len(last) + len(row) - 1 <= width + 1:
        return False
    number = row[0].text.strip()
    return len(row) >= width - 1 or (len(row) > 2 and number.rstrip(".)").isalnum() and len(number) <= LONGEST_NUMBER)


def _gone_on(last: GridRow, row: GridRow) -> GridRow:
    """Return a row that goes on in its last cell, with what follows that; an item's mark has its text beside it."""
    first, *rest = row
    if rest and BARE_MARK.fullmatch(first.text):
        first, rest = Found(f"{first.text} {rest[0].text}", first.spot), rest[1:]
    joined = Found(f"{last[-1].text}\n{first.text}".strip(), last[-1].spot)
    return (*last[:-1], joined, *rest)


def _with_table(front: OldSop, body: Sequence[GridRow], columns: StepColumns) -> OldSop:
    whole = any(activities.is_activity(row, columns) for row in body)
    if whole:
        found, left = activities.activities_in(body, columns)
    else:
        found, left = steps.activities_in(body, columns, _title(front))
    return replace(
        front,
        texts={**front.texts, **head_texts(columns)},
        activities=found,
        layout=Layout.PER_ACTIVITY if whole else Layout.PER_STEP,
        further=() if whole else further_heads(columns),
        unplaced=(*front.unplaced, *left),
    )


def _title(front: OldSop) -> Found:
    name = front.texts.get("identitas.nama_sop.nilai")
    return name or Found("")
