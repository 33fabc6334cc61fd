"""From a spec's text to another that differs at one place: every other line stays as it was, byte for byte.

Each change returns the new text as it is read. A place that does not exist raises LookupError.
"""

import re
from collections.abc import Mapping, Sequence

import yaml

from sopgen.errors import Loc, SpecError
from sopgen.jobs.edit.places import inside_flow, item_spans, line_end, line_start, newline, node_at, pair_at, span
from sopgen.jobs.edit.scalar import reworded, written
from sopgen.read.source import Source, parse_text


def rewrite(source: Source, loc: Loc, text: str) -> Source:
    """Let a text stand at a place, in the style of the one that stood there."""
    node = _scalar_at(source, loc)
    start, end = span(source, node)
    raw = source.text[start:end]
    if "\n" in raw and (made := _reworded(source, loc, text)):
        return made
    comment = re.match(r"[|>]\S*([ \t]+#[^\r\n]*)", raw)  # beside the head of a block scalar
    line = written(text, node.style, in_flow=inside_flow(source, loc))
    return put(source, loc, line + comment[1] if comment else line)


def _scalar_at(source: Source, loc: Loc) -> yaml.ScalarNode:
    node = node_at(source, loc)
    if not isinstance(node, yaml.ScalarNode):
        raise LookupError(loc)
    return node


def _reworded(source: Source, loc: Loc, text: str) -> Source | None:
    """Return the source with the changed words alone replaced; None where the place would then not say the text."""
    node = _scalar_at(source, loc)
    start, end = span(source, node)
    words = reworded(source.text[start:end], str(node.value), text)
    try:
        made = _spliced(source, start, end, words) if words else None
        return made if made and _scalar_at(made, loc).value == text else None
    except (SpecError, LookupError):  # a word that YAML takes for a sign of its own
        return None


def put(source: Source, loc: Loc, raw: str) -> Source:
    """Let YAML text stand at a place: `null`, a number, a scalar already written."""
    start, end = span(source, node_at(source, loc))
    space = " " if start == end and source.text[start - 1 : start] == ":" else ""
    return _spliced(source, start, end, space + raw)


def drop(source: Source, loc: Loc) -> Source:
    """Take a key out with its value; comments on lines of their own stay."""
    mapping, number = pair_at(source, loc)
    key, value = mapping.value[number]
    start, end = key.start_mark.index, span(source, value)[1]
    line = line_start(source.text, start)
    if not mapping.flow_style and not source.text[line:start].strip():
        return _spliced(source, line, line_end(source.text, end), "")
    if number:
        return _spliced(source, span(source, mapping.value[number - 1][1])[1], end, "")
    following = mapping.value[1:2]
    return _spliced(source, start, following[0][0].start_mark.index if following else end, "")


def add(source: Source, after: Loc, key: str, raw: str) -> Source:
    """Let a key stand after another of its mapping."""
    mapping, number = pair_at(source, after)
    before, value = mapping.value[number]
    end = span(source, value)[1]
    if mapping.flow_style:
        return _spliced(source, end, end, f", {key}: {raw}")
    return _with_lines(source, end, [f"{' ' * before.start_mark.column}{key}: {raw}"])


def append(source: Source, key: str, entries: Sequence[Mapping[str, str]]) -> Source:
    """Add entries to the list under a key of the top level; a new list stands at the end of the text."""
    data = source.data if isinstance(source.data, dict) else {}
    if not data.get(key):
        source = drop(source, (key,)) if key in data else source
        lines = ["", f"{key}:", *_entry_lines(entries, "  ")]
        return _with_lines(source, len(source.text.rstrip()), lines)
    node = node_at(source, (key,))
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        end = span(source, node.value[-1])[1]
        return _spliced(source, end, end, "".join(f", {_flow_entry(entry)}" for entry in entries))
    dash = node.start_mark.column
    return _with_lines(source, span(source, node)[1], _entry_lines(entries, " " * dash))


def reorder(source: Source, loc: Loc, order: Sequence[int]) -> Source:
    """Let the items of a list stand in another order (their present places); a block's comments go with them."""
    node = node_at(source, loc)
    if not isinstance(node, yaml.SequenceNode) or sorted(order) != list(range(len(node.value))):
        raise LookupError(loc)
    if node.flow_style:
        return _reordered_flow(source, node, order)
    spans = item_spans(source, node)
    lines = [source.text[start:end] for start, end in spans]
    ended = [line if line.endswith("\n") else line + newline(source.text) for line in lines]
    moved = "".join(ended[place] for place in order)
    return _spliced(source, spans[0][0], spans[-1][1], moved if lines[-1] == ended[-1] else moved.rstrip("\r\n"))


def _reordered_flow(source: Source, node: yaml.SequenceNode, order: Sequence[int]) -> Source:
    spans = [(item.start_mark.index, span(source, item)[1]) for item in node.value]
    raws = [source.text[start:end] for start, end in spans]
    text = source.text
    for (start, end), place in reversed(list(zip(spans, order, strict=True))):
        text = text[:start] + raws[place] + text[end:]
    return parse_text(source.file, text)


def _flow_entry(entry: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {written(text, in_flow=True)}" for key, text in entry.items()) + "}"


def _entry_lines(entries: Sequence[Mapping[str, str]], indent: str) -> list[str]:
    lines = []
    for entry in entries:
        pairs = [f"{key}: {written(text)}" for key, text in entry.items()]
        lines += [f"{indent}- {pairs[0]}", *(f"{indent}  {pair}" for pair in pairs[1:])]
    return lines


def _with_lines(source: Source, at: int, lines: Sequence[str]) -> Source:
    """Let lines stand after the line of a place."""
    end, brk = line_end(source.text, at), newline(source.text)
    first = "" if source.text[:end].endswith("\n") else brk
    return _spliced(source, end, end, first + "".join(line + brk for line in lines))


def _spliced(source: Source, start: int, end: int, text: str) -> Source:
    return parse_text(source.file, source.text[:start] + text + source.text[end:])
