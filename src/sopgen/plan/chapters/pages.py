"""Where the pages of a prose SOP begin: no head without what follows it, no line and no signature alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from sopgen.plan.chapters.contents import ParagraphKind, ProseParagraph, ProseSheet
from sopgen.plan.chapters.lines import joined
from sopgen.plan.chapters.paragraphs import BrokenParagraph
from sopgen.plan.chapters.tables import BrokenTable

Block = BrokenParagraph | BrokenTable
# The paragraph of Word over a table (mm).
MARKER: Final = 0.4
# So many lines stay together: under a head, at both ends of a torn paragraph, over the signature.
TOGETHER: Final = 2
DOTS: Final = " ....."


@dataclass(frozen=True)
class ProseHeights:
    """What the pages are filled by: room of a page, what stands on the first one, a line, the signature (mm)."""

    room: float
    above: float
    line: float
    signature: float


@dataclass(frozen=True)
class _ProseLine:
    """A line of a paragraph, or a row of a table: the places of that and in it, whether a page may begin with it.

    `gap` is the room above it, `again` the height of the table's head over it where it begins a page (mm).
    """

    paragraph: int
    place: int
    gap: float
    may_begin: bool
    height: float
    again: float = 0.0


def sheets(broken: Sequence[Block], heights: ProseHeights, *, catchwords: bool) -> tuple[ProseSheet, ...]:
    """Return the paragraphs page by page, torn where a page ends."""
    lines = _lines(broken, heights.line)
    ends = [*_starts(lines, heights)[1:], len(lines)]
    pages, start = [], 0
    for end in ends:
        pages.append(tuple(_parts(broken, lines[start:end])))
        start = end
    words = [_catchword(page[0]) for page in pages[1:]] if catchwords else []
    return tuple(ProseSheet(page, word) for page, word in zip(pages, [*words, *[""] * len(pages)], strict=False))


def _lines(broken: Sequence[Block], line: float) -> list[_ProseLine]:
    found: list[_ProseLine] = []
    since_head = TOGETHER
    for n, one in enumerate(broken):
        own = _rows(n, one) if isinstance(one, BrokenTable) else _lines_of(n, one, line)
        is_head = one.paragraph.kind.is_head
        for each in own:
            follows = since_head < TOGETHER and not (is_head and since_head)
            found.append(replace(each, may_begin=each.may_begin and not follows))
            since_head = 0 if is_head else since_head + 1
    # The signature stands with the last lines.
    for n in range(max(len(found) + 1 - TOGETHER, 1), len(found)):
        found[n] = replace(found[n], may_begin=False)
    return found


def _lines_of(n: int, one: BrokenParagraph, line: float) -> Iterator[_ProseLine]:
    count = len(one.lines)
    for place in range(count):
        inside = TOGETHER <= place <= count - TOGETHER and not one.paragraph.kind.is_head
        yield _ProseLine(n, place, one.paragraph.gap if place == 0 else 0.0, place == 0 or inside, line)


def _rows(n: int, one: BrokenTable) -> Iterator[_ProseLine]:
    """Yield the rows of a table; its head stands with the first, and again over the first one of each page."""
    head = one.table.head_height
    for place, height in enumerate(one.table.heights):
        if place == 0:
            yield _ProseLine(n, 0, one.paragraph.gap + MARKER, may_begin=True, height=head + height)
        else:
            yield _ProseLine(n, place, 0.0, may_begin=True, height=height, again=head + MARKER)


def _starts(lines: Sequence[_ProseLine], heights: ProseHeights) -> list[int]:
    """Return which lines begin a page."""
    starts, used = [0], heights.above
    n = 0
    while n < len(lines):
        first = n == starts[-1] and len(starts) > 1
        used += lines[n].height + (lines[n].again if first else lines[n].gap)
        end = heights.signature if n == len(lines) - 1 else 0.0
        if used + end <= heights.room or n == starts[-1]:
            n += 1
            continue
        latest = next((at for at in range(n, starts[-1], -1) if lines[at].may_begin), n)
        starts.append(latest)
        n, used = latest, 0.0
    return starts


def _parts(broken: Sequence[Block], lines: Sequence[_ProseLine]) -> Iterator[ProseParagraph]:
    """Yield what of each paragraph stands on a page; what goes on has no number."""
    for n, some in groupby(lines, lambda line: line.paragraph):
        own = list(some)
        block, start, end = broken[n], own[0].place, own[-1].place + 1
        one, top = block.paragraph, own[0] is lines[0] and n > 0
        if isinstance(block, BrokenTable):
            table = block.table
            part = replace(table, rows=table.rows[start:end], heights=table.heights[start:end])
            yield replace(one, table=part, gap=0.0 if top or start else one.gap)
            continue
        text = joined(block.lines[start:end])
        if start == 0:
            yield replace(one, text=text, gap=0.0 if top else one.gap)
        else:
            kind = one.kind if one.kind.is_head else ParagraphKind.TEXT
            yield replace(one, kind=kind, text=text, number="", indent=one.indent + one.hanging, hanging=0.0, gap=0.0)


def _catchword(first: ProseParagraph) -> str:
    """Return the number and the first word of a page, as they stand under the page before it."""
    text = first.table.heads[0] if first.table else first.text
    word = text.split(" ")[0].strip()
    return f"/ {first.number} {word}{DOTS}" if first.number else f"/ {word}{DOTS}"
