"""Let another value stand at a place.

A place that does not exist raises LookupError, one that can not be changed alone SpecError.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Final

import yaml

from sopgen.errors import Loc, SpecError
from sopgen.read.source import Source
from sopgen.splice.layout import Part
from sopgen.splice.lines import begins_line, column, line_end, line_start, newline, next_line
from sopgen.splice.places import data_at, entries_along, in_flow, node_at
from sopgen.splice.scalar import reworded, written
from sopgen.splice.sure import refusing, sure, wanted
from sopgen.splice.value import Indents, Value, as_read, block_lines, flow_text, indents, item_lines, on_one_line

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
# Without a zero in front, which is a part of numbers such as an NRP.
_NUMBER: Final = re.compile(r"0|[1-9]\d{0,8}")
# The comment beside the head of a block scalar, which its text does not hold.
_HEAD_COMMENT: Final = re.compile(r"[|>]\S*([ \t]+#[^\r\n]*)")


def rewrite(source: Source, loc: Loc, text: str) -> Source:
    """Let a text stand in the place of another, in its style; of a text of several lines the changed words alone."""
    was = data_at(source.data, loc) or ""
    if not isinstance(was, str):
        raise LookupError(loc)
    with refusing(source, loc):
        entries = entries_along(source, loc)
        part = entries[-1].value
        raw = source.text[part.start : part.end]
        goal = _wanted(source, loc, text)
        words = reworded(raw, was, text) if "\n" in raw else None
        if words:
            try:
                return sure(source, loc, source.text[: part.start] + words + source.text[part.end :], goal)
            except SpecError:  # a word that YAML takes for a sign of its own
                pass
        line = written(text, raw[:1], in_flow=in_flow(entries))
        return sure(source, loc, in_line(source.text, part, line), goal)


def put(source: Source, loc: Loc, value: Value) -> Source:
    """Let a value stand in the place of another: a text in the former one's style, a list in a list's."""
    was = data_at(source.data, loc)
    if isinstance(value, str) and not isinstance(was, dict | list):
        return rewrite(source, loc, value)
    with refusing(source, loc):
        entries = entries_along(source, loc)
        part, flow = entries[-1].value, in_flow(entries)
        if flow or on_one_line(value) or (part.flow and part.entries):
            text = in_line(source.text, part, flow_text(value, in_flow=flow or not on_one_line(value)))
        else:
            step = indents(source.text, entries[0].value)
            if len(entries) > 1 and entries[-2].value.kind == "mapping":
                text = _below_key(source.text, entries[-1].start, part, value, step)
            else:
                text = _after_dash(source.text, part, block_lines(value, step))
        return sure(source, loc, text, _wanted(source, loc, value))


def as_written_there(source: Source, loc: Loc, value: Value) -> Value:
    """Return a day or a number that takes the place of one without quotes, so that it gets none either."""
    if not isinstance(value, str) or not isinstance(node := node_at(source, loc), yaml.ScalarNode) or node.style:
        return value
    if _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return int(value) if _NUMBER.fullmatch(value) and _NUMBER.fullmatch(node.value) else value


def _wanted(source: Source, loc: Loc, value: Value) -> object:
    if not loc:
        return as_read(value)
    return wanted(source, loc[:-1], lambda holder: holder.__setitem__(loc[-1], as_read(value)))


def in_line(text: str, part: Part, raw: str) -> str:
    """Return the text with what is written on one line in the place of a part."""
    if part.kind in ("list", "mapping") and not part.flow and _on_lines_below(text, part):
        # Comments between its head and its first line go with it.
        return text[: part.head] + f" {raw}" + text[part.head : line_end(text, part.head)] + _below(text, part)
    if part.start == part.end:
        before = ": " if part.bare else " " if text[part.start - 1 : part.start].strip() else ""
        after = " " if text[part.end : part.end + 1] == "#" else ""
        return text[: part.start] + before + raw + after + text[part.end :]
    comment = _HEAD_COMMENT.match(text, part.start, part.end)
    return text[: part.start] + raw + (comment[1] if comment else "") + _after_value(text, part)


def _after_value(text: str, part: Part) -> str:
    """Return the text after a value, with its line break where the value kept that for itself."""
    kept = part.end > part.start and text[part.end - 1] == "\n"
    return newline(text) + text[part.end :] if kept else text[part.end :]


def _below(text: str, part: Part) -> str:
    """Return the lines below those of a part."""
    return text[next_line(text, part.end) :]


def _on_lines_below(text: str, part: Part) -> bool:
    """Tell whether a part begins on a line of its own, below its key or dash."""
    return begins_line(text, part.start) and line_start(text, part.start) > part.head


def _below_key(text: str, key: int, part: Part, value: Value, step: Indents) -> str:
    """Return the text with a block below its key, in the place of a part."""
    kind = "mapping" if isinstance(value, Mapping) else "list"
    indent = column(text, key) + (step.mapping if kind == "mapping" else step.dash)
    if part.kind in ("list", "mapping") and not part.flow:
        head = text[: line_end(text, part.head)]
        indent = column(text, part.start) if part.kind == kind else indent
    else:
        head = _without(text, part)
    lines = "".join(" " * indent + line + newline(text) for line in block_lines(value, step))
    return head + lines + _below(text, part)


def _without(text: str, part: Part) -> str:
    """Return the text up to the end of a value's lines, without the value: the comments beside and above it stay."""
    comment = _HEAD_COMMENT.match(text, part.start, part.end)
    rest = (comment[1] if comment else "") + text[part.end : next_line(text, part.end)]
    same_line = not text[part.head : part.start].strip(" \t")
    head = text[: part.head if same_line else part.start]
    if not rest.strip() and not same_line and begins_line(text, part.start):
        return text[: line_start(text, part.start)]
    return head + (rest if rest.endswith("\n") else rest + newline(text))


def _after_dash(text: str, part: Part, lines: list[str]) -> str:
    """Return the text with a block that begins where a part began: after a dash, or as the whole text."""
    at = part.start
    space = " " if at == part.end and text[at - 1 : at].strip() else ""
    first, *others = item_lines(" " * (column(text, at) + len(space)), lines)
    first, brk = text[:at] + space + lines[0], newline(text)
    if part.entries and not part.flow:
        return brk.join([first, *others]) + _after_value(text, part)
    comment = _HEAD_COMMENT.match(text, part.start, part.end)
    beside = (comment[1] if comment else "") + text[part.end : next_line(text, part.end)]
    beside = beside if beside.endswith("\n") or not others else beside + brk
    return first + beside + "".join(line + brk for line in others) + _below(text, part)
