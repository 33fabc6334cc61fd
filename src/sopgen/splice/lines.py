"""Where lines of a text begin and end, and what stands on them."""

import re
from typing import Final

_COMMENT_OR_SPACE: Final = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_REST: Final = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?:#[^\r\n]*)?\r?(?=\n|\Z)")


def line_start(text: str, at: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of a place ends, its line break included."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def next_line(text: str, end: int) -> int:
    """Return where the line after a value begins; a text that keeps its last line break ends there itself."""
    return end if end and text[end - 1] == "\n" else line_end(text, end)


def newline(text: str) -> str:
    """Return the line break that the text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def column(text: str, at: int) -> int:
    """Return how many characters stand on the line before a place."""
    return at - line_start(text, at)


def begins_line(text: str, at: int) -> bool:
    """Tell whether nothing but space stands on the line before a place."""
    return not text[line_start(text, at) : at].strip(" ")


def skip(text: str, at: int) -> int:
    """Return the first place from one on that is neither space nor comment; between values only."""
    found = _COMMENT_OR_SPACE.match(text, at)
    return found.end() if found else at


def rest_of_line(text: str, end: int) -> re.Match[str] | None:
    """Return what follows a value to the end of its line, if that is a comma and a comment at most."""
    return _REST.match(text, end)


def with_comments_above(text: str, at: int, floor: int) -> int:
    """Return the start of the line of a place, or of the comment lines right above it, not above the floor."""
    start = line_start(text, at)
    while start > floor and text[line_start(text, start - 1) : start].lstrip(" \t").startswith("#"):
        start = line_start(text, start - 1)
    return start
