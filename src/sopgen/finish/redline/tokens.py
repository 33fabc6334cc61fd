"""A paragraph as words and drawings, and what stayed, went and came between two paragraphs."""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from sopgen.compare.likeness import ALIKE, likeness, word_blocks, words
from sopgen.errors import TemplateError
from sopgen.finish.redline.track import Pen, Way, child, new
from sopgen.messages import say

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# The names of deleted text (ISO/IEC 29500-1, 17.3.3.7 and 17.16.13).
DELETED: Final = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
Canon = Callable[[etree._Element], str]


@dataclass(frozen=True)
class Sides:
    """How elements of the old and the new document are compared, how one of the old goes into the new, and by whom.

    `size_pt` is the type size of the flow table.
    """

    old: Canon
    new: Canon
    adopt: Callable[[etree._Element], etree._Element]
    by: Pen
    size_pt: float


@dataclass(frozen=True)
class Token:
    """A word, or another thing of a run (a drawing, a tab); `look` tells runs of another form apart.

    `key` is what is compared. A thing that stands in no run (a link, a bookmark) has no look.
    """

    key: str
    look: str | None
    style: etree._Element | None
    thing: etree._Element
    word: str | None = None


def tokens(paragraph: etree._Element, canon: Canon) -> list[Token]:
    """Return what stands in a paragraph."""
    found: list[Token] = []
    for element in paragraph:
        if element.tag == qn("w:r"):
            found += _of_run(element, canon)
        elif element.tag != qn("w:pPr"):
            found.append(Token(f"X\0{canon(element)}", None, None, element))
    return found


def _of_run(run: etree._Element, canon: Canon) -> Iterator[Token]:
    style = child(run, "rPr")
    look = canon(style) if style is not None and len(style) else ""
    for thing in run:
        if thing.tag == qn("w:t"):
            for word in words(thing.text or "") or [""]:
                yield Token(f"{word}\0{look}", look, style, thing, word)
        elif thing.tag != qn("w:rPr"):
            yield Token(f"X\0{look}\0{canon(thing)}", look, style, thing)


def between(old: Sequence[Token], now: Sequence[Token], sides: Sides) -> list[etree._Element]:
    """Return the content of a paragraph: what stayed, what went, what came; texts that are not alike change whole."""
    if likeness(*("".join(one.word or "" for one in some) for some in (old, now))) < ALIKE and not _loose(old, now):
        return gone(old, sides) + come(now, sides)
    made: list[etree._Element] = []
    for tag, a, b, c, d in word_blocks([one.key for one in old], [one.key for one in now]):
        if tag == "equal":
            made += _content(now[c:d])
        else:
            made += gone(old[a:b], sides) + come(now[c:d], sides)
    return made


def gone(some: Sequence[Token], sides: Sides) -> list[etree._Element]:
    """Return the content as deleted; raise TemplateError where it holds what Word can not track."""
    _refuse(some)
    runs = [sides.adopt(run) for run in _content(some)]
    # The words inside a shape are a text of their own: they go with the shape, and stay what they are.
    for thing in [thing for run in runs for thing in run]:
        thing.tag = DELETED.get(str(thing.tag), str(thing.tag))
    return _wrapped(runs, "del", sides.by)


def come(some: Sequence[Token], sides: Sides) -> list[etree._Element]:
    """Return the content as inserted; raise TemplateError where it holds what Word can not track."""
    _refuse(some)
    return _wrapped(_content(some), "ins", sides.by)


def _refuse(some: Iterable[Token]) -> None:
    for loose in _loose(some):
        name = etree.QName(loose.thing).localname
        fix = say("take it out of the template, or make the text plain")
        raise TemplateError(say("sop.docx: changes in w:{name} can not be tracked. fix: {fix}", name=name, fix=fix))


def _loose(*parts: Iterable[Token]) -> list[Token]:
    return [one for some in parts for one in some if one.look is None]


def _wrapped(runs: list[etree._Element], way: Way, by: Pen) -> list[etree._Element]:
    if not runs:
        return []
    holder = by.mark(way)
    holder.extend(runs)
    return [holder]


def _content(some: Iterable[Token]) -> list[etree._Element]:
    """Return tokens as runs: those of one look that follow one another are one run."""
    made: list[etree._Element] = []
    for look, group in groupby(some, lambda one: one.look):
        these = list(group)
        made += [copy.deepcopy(one.thing) for one in these] if look is None else [_run(these)]
    return made


def _run(some: Sequence[Token]) -> etree._Element:
    run = new("r")
    if some[0].style is not None:
        run.append(copy.deepcopy(some[0].style))
    for is_word, group in groupby(some, lambda one: one.word is not None):
        if is_word:
            text = new("t")
            text.text = "".join(str(one.word) for one in group)
            text.set(SPACE, "preserve")
            run.append(text)
        else:
            run.extend(copy.deepcopy(one.thing) for one in group)
    return run
