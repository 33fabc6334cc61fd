"""Where the pages of a prose SOP begin: no head without what follows it, no line and no signature alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from sopgen.plan.chapters.contents import ParagraphKind, ProseParagraph, ProseSheet
from sopgen.plan.chapters.lines import joined
from sopgen.plan.chapters.paragraphs import BrokenParagraph

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
    """A line: the places of its paragraph and in it, the room above it (mm), whether a page may begin with it."""

    paragraph: int
    place: int
    gap: float
    may_begin: bool


def sheets(broken: Sequence[BrokenParagraph], heights: ProseHeights, *, catchwords: bool) -> tuple[ProseSheet, ...]:
    """Return the paragraphs page by page, torn where a page ends."""
    lines = _lines(broken)
    ends = [*_starts(lines, heights)[1:], len(lines)]
    pages, start = [], 0
    for end in ends:
        pages.append(tuple(_parts(broken, lines[start:end])))
        start = end
    words = [_catchword(page[0]) for page in pages[1:]] if catchwords else []
    return tuple(ProseSheet(page, word) for page, word in zip(pages, [*words, *[""] * len(pages)], strict=False))


def _lines(broken: Sequence[BrokenParagraph]) -> list[_ProseLine]:
    found: list[_ProseLine] = []
    since_head = TOGETHER
    for n, one in enumerate(broken):
        is_head = one.paragraph.kind.is_head
        last = len(one.lines) - 1
        for place in range(len(one.lines)):
            whole = place == 0 or (not is_head and TOGETHER <= place <= last + 1 - TOGETHER)
            found.append(_ProseLine(n, place, one.paragraph.gap if place == 0 else 0.0, whole))
            follows = since_head < TOGETHER and not (is_head and since_head)
            if follows:
                found[-1] = replace(found[-1], may_begin=False)
            since_head = 0 if is_head else since_head + 1
    # The signature stands with the last lines.
    for n in range(max(len(found) + 1 - TOGETHER, 1), len(found)):
        found[n] = replace(found[n], may_begin=False)
    return found


def _starts(lines: Sequence[_ProseLine], heights: ProseHeights) -> list[int]:
    """Return which lines begin a page."""
    starts, used = [0], heights.above
    n = 0
    while n < len(lines):
        first = n == starts[-1] and len(starts) > 1
        used += heights.line + (0.0 if first else lines[n].gap)
        end = heights.signature if n == len(lines) - 1 else 0.0
        if used + end <= heights.room or n == starts[-1]:
            n += 1
            continue
        latest = next((at for at in range(n, starts[-1], -1) if lines[at].may_begin), n)
        starts.append(latest)
        n, used = latest, 0.0
    return starts


def _parts(broken: Sequence[BrokenParagraph], lines: Sequence[_ProseLine]) -> Iterator[ProseParagraph]:
    """Yield what of each paragraph stands on a page; what goes on has no number."""
    for n, some in groupby(lines, lambda line: line.paragraph):
        own = list(some)
        one, whole = broken[n].paragraph, broken[n].lines
        text = joined(whole[own[0].place : own[-1].place + 1])
        begins, top = own[0].place == 0, own[0] is lines[0] and n > 0
        if begins:
            yield replace(one, text=text, gap=0.0 if top else one.gap)
        else:
            kind = one.kind if one.kind.is_head else ParagraphKind.TEXT
            yield replace(one, kind=kind, text=text, number="", indent=one.indent + one.hanging, hanging=0.0, gap=0.0)


def _catchword(first: ProseParagraph) -> str:
    """Return the number and the first word of a page, as they stand under the page before it."""
    word = first.text.split(" ")[0].strip()
    return f"/ {first.number} {word}{DOTS}" if first.number else f"/ {word}{DOTS}"
