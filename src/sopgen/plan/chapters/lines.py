"""The lines of a paragraph of prose: words may also be parted after their own hyphens, as all programs do."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from sopgen.plan.measure import BLANKS, SOFT, UNTIED, of_wide, text_width

# Programs measure in units of their own: a line that fits by less than this may not fit there (mm).
HAIR: Final = 0.15
HYPHEN: Final = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")


# While a text is written all the others stay.
@lru_cache(maxsize=4096)
def prose_lines(text: str, width: float, size_pt: float) -> tuple[str, ...]:
    """Return the lines of a paragraph, each with the blank or the soft hyphen that ends it."""
    room = width - HAIR
    lines: list[str] = []
    for part in _parts(text):
        if lines and text_width(lines[-1] + part.rstrip(), size_pt) <= room and _whole(lines[-1]):
            lines[-1] += part
        elif text_width(part.rstrip(), size_pt) <= room:
            lines.append(part)
        else:
            lines += of_wide(part.rstrip(), room, size_pt)
            lines[-1] += " " * part.endswith(" ")
    return tuple(lines)


def _whole(line: str) -> bool:
    """Tell a line that goes on: a forced end is none."""
    return not line.endswith("\n")


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a text that are not torn, each with the blank that follows it."""
    for word in filter(None, UNTIED.split(BLANKS.sub(" ", text).strip())):
        *first, last = HYPHEN.split(word)
        yield from first
        yield f"{last} "


def joined(lines: Sequence[str]) -> str:
    """Return lines as one text; a word that goes on elsewhere ends with its hyphen."""
    text = "".join(lines).rstrip(" \n\u200b")
    return f"{text[:-1]}-" if text.endswith(SOFT) else text
