"""Let another item stand in a list, or another key in a mapping, laid out as those beside it.

A place that does not exist raises LookupError, one that can not be changed alone SpecError.
"""

from collections.abc import Sequence
from typing import Any

from sopgen.errors import Loc
from sopgen.read.source import Source
from sopgen.splice.layout import Entry, OddLayout, Part
from sopgen.splice.lines import (
    begins_line,
    column,
    line_end,
    line_start,
    newline,
    next_line,
    rest_of_line,
    with_comments_above,
)
from sopgen.splice.places import data_at, entries_along, in_flow
from sopgen.splice.put import put
from sopgen.splice.scalar import written
from sopgen.splice.sure import refusing, sure, wanted
from sopgen.splice.value import Value, as_read, block_lines, flow_text, indents, item_lines, on_one_line, pair_lines


def insert(source: Source, loc: Loc, value: Value) -> Source:
    """Let an item stand at a place of a list (its length is the place after the last), or a key as the last one."""
    *above, last = loc
    holder = data_at(source.data, tuple(above))
    if isinstance(holder, dict) and isinstance(last, str):
        return insert_key(source, loc, value, len(holder))
    if not isinstance(holder, list) or not isinstance(last, int) or not 0 <= last <= len(holder):
        raise LookupError(loc)
    goal = wanted(source, loc[:-1], lambda items: items.insert(last, as_read(value)))
    return _inserted(source, loc[:-1], last, None, value, goal)


def insert_key(source: Source, loc: Loc, value: Value, number: int) -> Source:
    """Let a new key with its value stand among those of its mapping, before the one of that number."""
    *above, key = loc
    holder = data_at(source.data, tuple(above))
    if not isinstance(holder, dict) or not isinstance(key, str) or key in holder or not 0 <= number <= len(holder):
        raise LookupError(loc)

    def change(mapping: dict[str, Any]) -> None:
        pairs = list(mapping.items())
        mapping.clear()
        mapping.update([*pairs[:number], (key, as_read(value)), *pairs[number:]])

    return _inserted(source, loc[:-1], number, key, value, wanted(source, loc[:-1], change))


def insert_after(source: Source, loc: Loc, key: str, value: Value) -> Source:
    """Let a new key stand right after another one of its mapping."""
    holder = data_at(source.data, loc[:-1])
    if not isinstance(holder, dict) or loc[-1] not in holder:
        raise LookupError(loc)
    return insert_key(source, (*loc[:-1], key), value, list(holder).index(loc[-1]) + 1)


def _inserted(source: Source, loc: Loc, number: int, key: str | None, value: Value, goal: object) -> Source:
    with refusing(source, loc):
        entries = entries_along(source, loc)
        part = entries[-1].value
        if part.kind == "alias":
            raise OddLayout(part.start)
        if not part.flow:
            lines = _lines(source.text, entries[0].value, part, number, key, value)
            return sure(source, loc, _in_block(source.text, part, number, lines, root=not loc), goal)
        if not part.entries and not in_flow(entries) and source.text[part.start : part.end] in ("[]", "{}"):
            return put(source, loc, [value] if key is None else {key: value})
        return sure(source, loc, _in_flow(source.text, part, number, _pair(key, value)), goal)


def _lines(text: str, root: Part, part: Part, number: int, key: str | None, value: Value) -> list[str]:
    """Return the lines of an entry, from column 0, in the style of the one beside it."""
    beside = part.entries[max(number - 1, 0)]
    step = indents(text, root)
    in_brackets = beside.value.flow and beside.value.entries and not on_one_line(value)
    if key is None:
        gap = text[beside.start : beside.value.start]
        lead = gap if gap.startswith("- ") and not gap.strip("- ") and beside.value.kind != "alias" else "- "
        return item_lines(lead, [flow_text(value)] if in_brackets else block_lines(value, step))
    return [f"{written(key)}: {flow_text(value)}"] if in_brackets else pair_lines(key, value, step)


def _in_block(text: str, part: Part, number: int, lines: Sequence[str], *, root: bool) -> str:
    first, brk = part.entries[0], newline(text)
    indent = " " * column(text, first.start)
    if number == 0 and not begins_line(text, first.start):  # on the line of its dash: `- - a`
        block = "".join(line + brk + indent for line in lines)
        return text[: first.start] + block.removeprefix(indent) + text[first.start :]
    at = _line_for(text, part, number, root=root)
    before = "" if not at or text[at - 1] == "\n" else brk
    return text[:at] + before + "".join(indent + line + brk for line in lines) + text[at:]


def _line_for(text: str, part: Part, number: int, *, root: bool) -> int:
    """Return the start of the line that an entry is to take: below the former one, above the next one's comments."""
    if number == len(part.entries):
        return next_line(text, part.entries[-1].value.end)
    at = part.entries[number].start
    if number == 0 and root:  # the comments at the head are about the whole text
        return line_start(text, at)
    floor = next_line(text, part.entries[number - 1].value.end) if number else line_end(text, part.head)
    return with_comments_above(text, at, floor)


def _pair(key: str | None, value: Value) -> str:
    return flow_text(value) if key is None else f"{written(key, in_flow=True)}: {flow_text(value)}"


def _in_flow(text: str, part: Part, number: int, raw: str) -> str:
    if text[part.start] not in "[{":  # a pair without braces: `[key: value]`
        raise OddLayout(part.start)
    if not part.entries:
        return _with(text, part.start + 1, raw)
    if number == len(part.entries):
        return _at_the_end(text, part.entries[-1], raw)
    at = part.entries[number].start
    if begins_line(text, at):
        return text[:at] + raw + "," + newline(text) + " " * column(text, at) + text[at:]
    return text[:at] + raw + ", " + text[at:]


def _at_the_end(text: str, last: Entry, raw: str) -> str:
    end = last.value.end
    rest = rest_of_line(text, end)
    if not rest or not begins_line(text, last.start) or (last.comma is not None and not rest["comma"]):
        return _with(text, end, f", {raw}")
    tail = rest[0] if rest["comma"] else "," + rest[0]
    line = newline(text) + " " * column(text, last.start) + raw + rest["comma"]
    return text[:end] + tail.rstrip("\r") + line + text[end + len(rest[0].rstrip("\r")) :]


def _with(text: str, at: int, raw: str) -> str:
    """Return the text with words at a place; a comment right after them keeps its distance."""
    return text[:at] + raw + (" " if text[at : at + 1] == "#" else "") + text[at:]
