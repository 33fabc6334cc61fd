"""From a text to how YAML writes it, in the style of the text whose place it takes."""

import re
from datetime import date
from typing import Final

import yaml

QUOTES: Final = ("'", '"')
LONG: Final = 1_000_000
_BREAKS: Final = re.compile("[\n\r\x85\u2028\u2029]")


def written(value: str | int | float | date | None, style: str | None = None, *, in_flow: bool = False) -> str:
    """Return a scalar as YAML on one line; a text in a style where it can be: `'`, `"`, else plain."""
    if not isinstance(value, str):
        return _dumped(value, None, in_flow)
    value = str(value)  # a StrEnum is written as its text
    if _BREAKS.search(value) or (style not in QUOTES and _dumped(value, None, in_flow) != value):
        style = '"'
    return _dumped(value, style if style in QUOTES else None, in_flow)


def _dumped(value: object, style: str | None, in_flow: bool) -> str:
    """Return what the reader's own library writes for the value in a list."""
    line = yaml.safe_dump([value], default_style=style, default_flow_style=in_flow, allow_unicode=True, width=LONG)
    return line.strip("\n")[1:-1] if in_flow else line.removeprefix("- ").rstrip("\n")


def reworded(raw: str, was: str, text: str) -> str | None:
    """Return the raw text of several lines with only its changed words replaced: other line breaks stay.

    None where the raw text has other words than the value, as one with quotes or escapes has.
    """
    old, new = was.split(), text.split()
    places = list(re.finditer(r"\S+", raw))[-len(old) :]  # before them stands the head of a block scalar: |-, >
    if not old or not new or [place[0] for place in places] != old:
        return None
    before, after = _alike(old, new)
    first, last = places[before], places[len(old) - after - 1]
    return raw[: first.start()] + " ".join(new[before : len(new) - after]) + raw[last.end() :]


def _alike(old: list[str], new: list[str]) -> tuple[int, int]:
    """Return how many words are the same at the start and at the end; at least one between them is not counted."""
    most = min(len(old), len(new)) - 1
    before = next((n for n in range(most) if old[n] != new[n]), most)
    after = next((n for n in range(most - before) if old[-n - 1] != new[-n - 1]), most - before)
    return before, after
