"""The words of a Word paragraph as they are seen: without what was deleted, what is in shapes, what is for fields."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from sopgen.read.old.word.numbering import W

_SIGNS: Final = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_BREAK: Final = f"{W}br"
_SKIPPED: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "drawing", "pict", "object")}
)
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def text_of(paragraph: etree._Element) -> str:
    """Return the words of a paragraph; lines end in line feeds, soft hyphens are left out."""
    return "".join(_words(paragraph)).strip(" \t")


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[str(tag)]
        elif tag == _BREAK:
            yield "\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else ""
        elif tag == f"{W}sym":
            yield "\u2022"
        elif tag not in _SKIPPED and tag != _ALTERNATE and isinstance(tag, str):
            yield from _words(child)


def shape_text(shape: etree._Element) -> str:
    """Return the words in a shape, a paragraph a line."""
    found = [text_of(one) for box in shape.iter(f"{W}txbxContent") for one in box.iter(f"{W}p")]
    return "\n".join(filter(None, found))
