"""Take an item out of a list, or a key out of a mapping, with its value.

An item's comments, above and beside it, go with it; of a key only the one beside it. A place that does not exist
raises LookupError, one that can not be changed alone SpecError.
"""

from sopgen.errors import Loc
from sopgen.read.source import Source
from sopgen.splice.layout import Entry, OddLayout, Part
from sopgen.splice.lines import (
    begins_line,
    line_end,
    line_start,
    newline,
    next_line,
    rest_of_line,
    with_comments_above,
)
from sopgen.splice.places import data_at, entries_along, number_of
from sopgen.splice.sure import refusing, sure, wanted


def remove(source: Source, loc: Loc) -> Source:
    """Return the text without the item or key at a place; what held it alone becomes `[]` or `{}`."""
    if not loc:
        raise LookupError(loc)
    number = number_of(data_at(source.data, loc[:-1]), loc[-1])
    goal = wanted(source, loc[:-1], lambda holder: holder.__delitem__(loc[-1]))
    with refusing(source, loc):
        part = entries_along(source, loc)[-2].value
        root = len(loc) == 1
        made = _from_flow(source.text, part, number) if part.flow else _from_block(source.text, part, number, root)
        return sure(source, loc, made, goal)


def _from_block(text: str, part: Part, number: int, root: bool) -> str:
    entry = part.entries[number]
    end = next_line(text, entry.value.end)
    if len(part.entries) == 1:
        return _emptied(text, part, entry, root)
    if begins_line(text, entry.start):
        return text[: _first_line(text, part, number, root)] + text[end:]
    following = part.entries[1].start  # the first one, on the line of its dash: `- - a`
    if not text[entry.value.end : following].strip():
        return text[: entry.start] + text[following:]
    beside = text[entry.value.end : end]
    return text[: entry.start].rstrip(" ") + (f" {beside.lstrip(' ')}" if beside.strip() else beside) + text[end:]


def _first_line(text: str, part: Part, number: int, root: bool) -> int:
    """Return the start of an entry's lines: of an item, with the comments above it."""
    start = part.entries[number].start
    if part.kind == "mapping" or (root and not number):
        return line_start(text, start)
    floor = next_line(text, part.entries[number - 1].value.end) if number else line_end(text, part.head)
    return with_comments_above(text, start, floor)


def _emptied(text: str, part: Part, entry: Entry, root: bool) -> str:
    brackets = "[]" if part.kind == "list" else "{}"
    end = entry.value.end
    if root or not begins_line(text, entry.start):
        kept = newline(text) if text[end - 1] == "\n" else ""
        return text[: entry.start] + brackets + kept + text[end:]
    lines = _first_line(text, part, 0, root)
    return text[: part.head] + f" {brackets}" + text[part.head : lines] + text[next_line(text, end) :]


def _from_flow(text: str, part: Part, number: int) -> str:
    if text[part.start] not in "[{":  # a pair without braces: `[key: value]`
        raise OddLayout(part.start)
    entry = part.entries[number]
    end = entry.value.end
    rest = rest_of_line(text, end)
    if rest and begins_line(text, entry.start) and (entry.comma is None or rest["comma"]):
        above = part.entries[number - 1] if number else None
        floor = line_end(text, part.start if above is None else above.comma or above.value.end)
        start = line_start(text, entry.start)
        start = with_comments_above(text, start, floor) if part.kind == "list" else start
        return text[:start] + text[line_end(text, rest.end()) :]
    if entry.comma is not None:
        between, after = text[end : entry.comma], text[entry.comma + 1 :]
        after = after if after.lstrip(" ").startswith("#") else after.lstrip(" ")
        before = text[: entry.start].rstrip(" ") if after[:1] in "\r\n" else text[: entry.start]
        return before + (between if between.strip() else "") + after
    comma = part.entries[number - 1].comma if number else None
    alone = comma is not None and not text[comma + 1 : entry.start].strip()
    return text[: comma if alone else entry.start] + text[end:]
