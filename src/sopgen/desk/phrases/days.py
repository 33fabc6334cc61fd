"""Days as the office writes them: 1 Februari 2026 in the place of 2026-02-01."""

import re
from datetime import date
from typing import Final

from sopgen.messages import language
from sopgen.model.base import long_date

# Not in the middle of a name, as a letter's file has one.
DAY: Final = re.compile(r"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-]|\.\w)")


def days_in_words(text: str) -> str:
    """Return a text with its days in words, where Indonesian is spoken."""
    return DAY.sub(_day, text) if language() == "id" else text


def _day(found: re.Match[str]) -> str:
    try:
        return long_date(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]
