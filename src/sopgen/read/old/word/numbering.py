"""The numbers and dashes that Word puts before paragraphs by itself, counted as Word counts them."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from sopgen.read.old.shapes.frame import whole
from sopgen.read.word.word_file import WordFile

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
DASH: Final = "-"
_DEEPEST: Final = 9


class Numbering:
    """The lists of a document; `mark` counts, so paragraphs are asked about once and in their order."""

    def __init__(self, file: WordFile) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, int], etree._Element] = {}
        self._styles = dict(_styles(file))
        self._counts: dict[tuple[str, int], int] = {}
        for root in file.of_kind("numbering"):
            for abstract in root.iter(f"{W}abstractNum"):
                for level in abstract.iter(f"{W}lvl"):
                    self._levels[abstract.get(f"{W}abstractNumId", ""), whole(level.get(f"{W}ilvl", ""))] = level
            for one in root.iter(f"{W}num"):
                self._lists[one.get(f"{W}numId", "")] = value(one.find(f"{W}abstractNumId"))

    def mark(self, paragraph: etree._Element) -> str:
        """Return what stands before a paragraph: `1.`, `b)`, `-`; empty where it is in no list."""
        number, level = self._of(paragraph)
        abstract = self._lists.get(number, "")
        found = self._levels.get((abstract, level))
        if found is None or number == "0":
            return ""
        for deeper in range(level + 1, _DEEPEST):
            self._counts.pop((abstract, deeper), None)
        self._counts[abstract, level] = self._counts.get((abstract, level), _start(found) - 1) + 1
        form = value(found.find(f"{W}numFmt"))
        if form == "bullet":
            return DASH
        return "" if form == "none" else self._shown(value(found.find(f"{W}lvlText")), abstract)

    def _of(self, paragraph: etree._Element) -> tuple[str, int]:
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = self._styles.get(style, ("", 0))
        if own is not None:
            number = value(own.find(f"{W}numId")) or number
            level = whole(value(own.find(f"{W}ilvl"))) if own.find(f"{W}ilvl") is not None else level
        return number, level

    def _shown(self, text: str, abstract: str) -> str:
        for level in range(_DEEPEST):
            found = self._levels.get((abstract, level))
            if found is not None:
                count = self._counts.get((abstract, level), _start(found))
                text = text.replace(f"%{level + 1}", counted(count, value(found.find(f"{W}numFmt"))))
        return text


def value(element: etree._Element | None) -> str:
    """Return `w:val` of an element that may be missing."""
    return element.get(f"{W}val", "") if element is not None else ""


def _start(level: etree._Element) -> int:
    start = level.find(f"{W}start")
    return whole(value(start)) if start is not None else 1


def _styles(file: WordFile) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the styles that are of a list, those based on one too."""
    styles = {one.get(f"{W}styleId", ""): one for root in file.of_kind("styles") for one in root.iter(f"{W}style")}
    for name, style in styles.items():
        seen: set[str] = set()
        following: etree._Element | None = style
        while following is not None and following.get(f"{W}styleId", "") not in seen:
            seen.add(following.get(f"{W}styleId", ""))
            number = following.find(f"{W}pPr/{W}numPr")
            if number is not None:
                yield name, (value(number.find(f"{W}numId")), whole(value(number.find(f"{W}ilvl"))))
                break
            following = styles.get(value(following.find(f"{W}basedOn")))


def counted(number: int, form: str) -> str:
    """Return a number in a form of Word's (ECMA-376, part 1, 17.18.59)."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
        text, rest = "", number
        for size, sign in _ROMAN:
            text, rest = text + sign * (rest // size), rest % size
        return text.upper() if form == "upperRoman" else text
    return f"{number:02}" if form == "decimalZero" else str(number)
