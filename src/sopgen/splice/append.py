"""Add items to a list of the top level, and begin it where there is none."""

from collections.abc import Sequence

from sopgen.read.source import Source
from sopgen.splice.insert import insert
from sopgen.splice.layout import Part, layout
from sopgen.splice.lines import newline, next_line, skip
from sopgen.splice.remove import remove
from sopgen.splice.sure import refusing, sure
from sopgen.splice.value import Value, as_read, indents, pair_lines


def append(source: Source, key: str, items: Sequence[Value]) -> Source:
    """Add items to the list under a key of the top level; a new list stands at the end of the text.

    Raises LookupError where the text holds no keys or no list under this one, SpecError as `insert` does.
    """
    data = source.data
    if not isinstance(data, dict):
        raise LookupError(key)
    if data.get(key):
        for number, item in enumerate(items, len(data[key])):
            source = insert(source, (key, number), item)
        return source
    return _begun(remove(source, (key,)) if key in data else source, key, items)


def _begun(source: Source, key: str, items: Sequence[Value]) -> Source:
    """Begin a list below all that stands in the text, after an empty line."""
    with refusing(source, ()):
        root = layout(source.text)
    if root.flow or skip(source.text, root.end) < len(source.text):  # in braces, or before `...`
        return insert(source, (key,), items)
    data = source.data if isinstance(source.data, dict) else {}
    return sure(source, (), _with_list(source.text, root, key, items), {**data, key: as_read(items)})


def _with_list(text: str, root: Part, key: str, items: Sequence[Value]) -> str:
    brk = newline(text)
    at = next_line(text, max(len(text.rstrip()), root.end))
    before = "" if text[:at].endswith("\n") else brk
    lines = ["", *pair_lines(key, items, indents(text, root))]
    return text[:at] + before + "".join(line + brk for line in lines) + text[at:]
