"""Whose letters lie in a folder: two offices that one person works for have one key, and tell apart by letterhead."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sopgen.errors import SopgenError
from sopgen.jobs.letters.codes.reader import words_in
from sopgen.model.unit import Unit


def of_others(unit: Unit, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the letters that do not bear the unit's letterhead, of today or a former day; a picture tells nothing."""
    heads = [_plain("".join(one.kop)) for one in _namings(unit)]
    for path in paths:
        words = ""
        with suppress(SopgenError):  # what can not be read is told elsewhere
            words = _plain(words_in(path))
        if words and not any(head in words for head in heads):
            yield path


def _namings(unit: Unit) -> Iterator[Unit]:
    yield unit
    for one in unit.berganti_nama:
        yield unit.on(one.sejak)


def _plain(text: str) -> str:
    """Return a text without what differs between Word and PDF: blanks, ends of lines, capitals."""
    return re.sub(r"[\s\u00ad]+", "", text).upper()
