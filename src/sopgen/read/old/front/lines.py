"""Lines of cells, whatever file they stand in: a line of text has one cell, a row of a sheet many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sopgen.read.old.found import Found, Spot
from sopgen.read.old.front.other_heads import tells_steps
from sopgen.read.old.labels import Known, folded, section

LONGEST_HEAD: Final = 60
_COUNTED: Final = re.compile(r"^\s*(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and where it stands; a cell may hold paragraphs, parted by line ends.

    `spaced` says that blanks alone part its cells; `starts` are then the places where they begin in the line, from 0:
    by these a column of the page is known.
    """

    cells: tuple[str, ...]
    spot: Spot
    spaced: bool = False
    starts: tuple[int, ...] = ()

    def placed(self) -> Iterator[tuple[int, str]]:
        """Yield the cells with the places where they begin; of lines that blanks do not part, all at 0."""
        return zip(self.starts or (0,) * len(self.cells), self.cells, strict=True)

    @property
    def text(self) -> str:
        """The line as one text."""
        return " ".join(" ".join(self.cells).split())

    def found(self, text: str, doubt: str = "") -> Found:
        """Return a text that stands in this line."""
        return Found(" ".join(text.split()), self.spot, doubt)


def head_of(text: str) -> tuple[Known, str, str] | None:
    """Return the list that a text is the head of, the head as written, and what stands behind its colon.

    None where it is no head: an item that begins with a dash never is one, nor a word that is only like a head and
    stands as a sentence does.
    """
    head, colon, rest = text.partition(":")
    named = _COUNTED.sub("", head).strip()
    is_name = len(named) <= LONGEST_HEAD and not re.match(r"[-\u2022*]", named)
    if is_name and tells_steps(named):
        return Known("langkah"), f"{head}{colon}".strip(), rest.strip()
    known = section(named) if is_name else None
    if known is None:
        return None
    short = len(folded(named).split()) > 1 or named.isupper() or bool(colon) or not rest
    if not known.sure and not (named.isupper() or colon):
        return None
    return (known, f"{head}{colon}".strip(), rest.strip()) if short else None
