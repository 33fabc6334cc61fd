"""The guides that sopgen brings along: one for the desk, one for the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.workspace import example

DESK: Final = "meja"
# The guides by the names that `sopgen panduan` takes.
GUIDES: Final[Mapping[str, str]] = {DESK: "panduan-meja.md", "perintah": "panduan.md"}


@dataclass(frozen=True)
class GuidePart:
    """A part of a guide: its heading, and what stands below it, as HTML."""

    title: str
    html: str


def guide_file(name: str) -> Path:
    """Return the file of a guide."""
    return example() / "docs" / GUIDES[name]


def guide_text(name: str) -> str:
    """Return a guide as it is written, in Markdown."""
    return guide_file(name).read_text("utf-8")


def guide_parts(name: str) -> Sequence[GuidePart]:
    """Return the parts of a guide, each from its heading to the next one; HTML in the guide itself stays text."""
    from markdown_it import MarkdownIt  # here, since who prints a guide reads it as it is written

    reader = MarkdownIt("commonmark", {"html": False})
    tokens = reader.parse(guide_text(name))
    heads = [n for n, one in enumerate(tokens) if one.type == "heading_open" and one.tag == "h2"]
    ends = [*heads[1:], len(tokens)]
    return [
        GuidePart(tokens[head + 1].content, reader.renderer.render(tokens[head + 3 : end], reader.options, {}))
        for head, end in zip(heads, ends, strict=True)
    ]
