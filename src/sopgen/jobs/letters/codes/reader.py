"""Codes of letters that may come from strangers, or be damaged: read where time and memory have bounds."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.seal.in_word import codes_in_word, words_in_word
from sopgen.seal.scan import ScannedLetter, codes_in, scanned_letters, words_in_pdf
from sopgen.tools.bounded import Bounded, Overrun

# A print run of 200 pages takes half of it (of the processor).
SECONDS: Final = 30
# Started at the first file, and anew after one that took too much.
APART: Final = Bounded(SECONDS)
T = TypeVar("T")


def letters_in(path: Path) -> list[ScannedLetter]:
    """Return the codes in a photo or PDF, with the text of their letters; raise SopgenError where it is none."""
    return _apart(scanned_letters, path)


def texts_in(path: Path) -> list[str]:
    """Return the texts of the codes in a letter, DOCX or PDF. Raises SopgenError where it can not be read."""
    return _apart(codes_in_word if path.suffix == ".docx" else codes_in, path)


def words_in(path: Path) -> str:
    """Return what a letter says, DOCX or PDF. Raises SopgenError where it can not be read."""
    return _apart(words_in_word if path.suffix == ".docx" else words_in_pdf, path)


def _apart(read: Callable[[Path], T], path: Path) -> T:
    try:
        return APART.call(read, path)
    except Overrun as error:
        what = say("{path} unpacks to more than a letter holds. fix: take a photo of the code", path=path)
        raise SopgenError(what) from error
