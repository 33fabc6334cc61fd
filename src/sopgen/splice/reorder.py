"""Let the items of a list stand in another order.

A place that does not exist raises LookupError, one that can not be changed alone SpecError.
"""

from collections.abc import Sequence

from sopgen.errors import Loc
from sopgen.read.source import Source
from sopgen.splice.layout import Part
from sopgen.splice.lines import newline, next_line, with_comments_above
from sopgen.splice.places import data_at, part_at
from sopgen.splice.sure import refusing, sure, wanted


def reorder(source: Source, loc: Loc, order: Sequence[int]) -> Source:
    """Let the items of a list stand in another order (their present places); a block's comments go with them."""
    items = data_at(source.data, loc)
    if not isinstance(items, list) or sorted(order) != list(range(len(items))):
        raise LookupError(loc)
    goal = wanted(source, loc, lambda holder: holder.__setitem__(slice(None), [holder[place] for place in order]))
    with refusing(source, loc):
        part = part_at(source, loc)
        made = _in_flow(source.text, part, order) if part.flow else _in_block(source.text, part, order)
        return sure(source, loc, made, goal)


def _in_block(text: str, part: Part, order: Sequence[int]) -> str:
    spans = _item_lines(text, part)
    lines = [text[start:end] for start, end in spans]
    ended = [line if line.endswith("\n") else line + newline(text) for line in lines]
    moved = "".join(ended[place] for place in order)
    return text[: spans[0][0]] + (moved if lines[-1] == ended[-1] else moved.rstrip("\r\n")) + text[spans[-1][1] :]


def _item_lines(text: str, part: Part) -> list[tuple[int, int]]:
    """Return where the lines of each item begin and end, with the comments above it."""
    floors = [0, *(next_line(text, entry.value.end) for entry in part.entries)]
    starts = [
        with_comments_above(text, entry.start, floor) for entry, floor in zip(part.entries, floors, strict=False)
    ]
    return list(zip(starts, [*starts[1:], floors[-1]], strict=True))


def _in_flow(text: str, part: Part, order: Sequence[int]) -> str:
    spans = [(entry.start, entry.value.end) for entry in part.entries]
    raws = [text[start:end] for start, end in spans]
    for (start, end), place in reversed(list(zip(spans, order, strict=True))):
        text = text[:start] + raws[place] + text[end:]
    return text
