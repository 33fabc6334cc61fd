"""The exits of steps: arrows followed over connectors and pages, with the answers at those of a decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.messages import say
from sopgen.read.old.found import FoundExit
from sopgen.read.old.labels import answer, folded
from sopgen.read.old.pdf.flow.arrows import Way, distance
from sopgen.read.old.pdf.flow.drafts import Place, StepDraft, inside
from sopgen.read.old.pdf.flow.sheets import Sheet
from sopgen.read.old.pdf.page.cells import Taken
from sopgen.read.old.pdf.page.symbols import SymbolForm
from sopgen.read.old.pdf.page.words import Word, WordLine, text_of

# An answer stands no further than this from its arrow, in points.
_NEAR = 24.0
_SAME_PLACE = 8.0
# An answer has at most so many words.
_LONGEST = 4
# So far an answer may be from the only decision's arrow without one; so near words are at an arrow of another step.
_FAR, _CLOSE = 45.0, 10.0
# Answers of which the other one is known.
_PLAIN = frozenset({"ya", "y", "yes", "iya", "tidak", "tdk", "t", "no"})


@dataclass(frozen=True, slots=True)
class Led:
    """Where an arrow out of a step leads in the end."""

    target: Place
    way: Way
    sheet: int
    unsure: bool


def exits_of(sheets: Sequence[Sheet], steps: Sequence[StepDraft], taken: Taken) -> list[tuple[FoundExit, ...]]:
    """Return the exits of each step; none where the only one leads to the step after it."""
    place_of = {place: n for n, step in enumerate(steps) for place in step.places}
    answers = _answers(sheets, taken)
    _words_beside(sheets, steps, taken)
    _take_connectors(sheets, taken)
    seen = {n for n, sheet in enumerate(sheets) if sheet.ways.every}
    found = []
    for n, step in enumerate(steps):
        led = {one.target: one for place in step.places for one in _led(sheets, place) if one.target in place_of}
        exits: dict[int, FoundExit] = {}
        for one in sorted(led.values(), key=lambda one: place_of[one.target]):
            to = place_of[one.target]
            if to != n and to not in exits:
                unsure = say("where this arrow begins or ends is not sure") if one.unsure else ""
                exits[to] = FoundExit(to, answers.get((one.sheet, one.way), ""), unsure)
        found.append(_told(step, n, list(exits.values()), steps, followed=step.sheet in seen))
    return found


def _told(
    step: StepDraft, n: int, exits: Sequence[FoundExit], steps: Sequence[StepDraft], *, followed: bool
) -> tuple[FoundExit, ...]:
    decision = any(mark.form is SymbolForm.DIAMOND for mark in step.marks)
    if decision:
        return _decided(step, exits)
    if followed and not exits and n + 1 < len(steps) and step.marks and not _ends(step, n):
        step.doubts.append(say("the arrow out of this step could not be followed"))
    if len(exits) == 1 and exits[0].to == n + 1 and not exits[0].doubt:
        return ()
    if len(exits) > 1:
        step.doubts.append(say("several arrows leave this step, which is no decision"))
    return tuple(FoundExit(one.to, "", one.doubt) for one in exits)


def _ends(step: StepDraft, n: int) -> bool:
    return n > 0 and any(mark.form is SymbolForm.ROUNDED for mark in step.marks)


def _decided(step: StepDraft, exits: Sequence[FoundExit]) -> tuple[FoundExit, ...]:
    """Return the exits of a decision, doubted where they are not two with an answer each."""
    labels = [one.label for one in exits]
    if len(exits) < 2:
        step.doubts.append(say("where the other exit of this decision leads could not be followed"))
    known = [answer(label) for label in labels if folded(label) in _PLAIN]
    if len(exits) == 2 and labels.count("") == 1 and known:
        other = "Tidak" if known[0] else "Ya"
        guessed = say("the answer was not found at this arrow: it is the other one")
        return tuple(FoundExit(one.to, one.label or other, one.doubt if one.label else guessed) for one in exits)
    if len(exits) > 1 and ("" in labels or len({*labels}) < len(labels)):
        unsure = say("which answer leads here is not sure")
        return tuple(FoundExit(one.to, one.label, one.doubt or unsure) for one in exits)
    return tuple(exits)


def _led(sheets: Sequence[Sheet], place: Place) -> Iterator[Led]:
    """Return where the arrows out of a symbol lead, through connectors."""
    n, mark = place
    for way in sheets[n].from_mark(mark):
        for target, unsure in _onward(sheets, (n, way.target), frozenset({place})):
            yield Led(target, way, n, unsure or way.unsure)


def _onward(sheets: Sequence[Sheet], place: Place, seen: frozenset[Place]) -> Iterator[tuple[Place, bool]]:
    """Return the steps that an arrow at this symbol goes on to: itself, or those behind a connector of its name."""
    n, mark = place
    if sheets[n].marks[mark].form is not SymbolForm.CONNECTOR:
        yield place, False
        return
    if place in seen:
        return
    ways = sheets[n].from_mark(mark)
    for way in ways:
        for target, unsure in _onward(sheets, (n, way.target), seen | {place}):
            yield target, unsure or way.unsure
    if not ways:
        for other in _same_name(sheets, place):
            yield from _onward(sheets, other, seen | {place})


def _same_name(sheets: Sequence[Sheet], place: Place) -> list[Place]:
    """Return the connector at which the flow goes on, with an arrow out of it: of the same name, on the nearest page.

    One without a name goes on at the only one without a name of the next page, or the only one in its place there.
    """
    n, mark = place
    name = _name(sheets[n], mark)
    found = [
        (abs(m - n), m < n, (m, k))
        for m, sheet in enumerate(sheets)
        for k, one in enumerate(sheet.marks)
        if (m, k) != place and one.form is SymbolForm.CONNECTOR and sheet.from_mark(k) and _name(sheet, k) == name
    ]
    if not name:
        after = [other for _, _, other in found if other[0] == n + 1]
        x = sheets[n].marks[mark].area.middle[0]
        near = [(m, k) for m, k in after if abs(sheets[m].marks[k].area.middle[0] - x) < _SAME_PLACE]
        return after if len(after) == 1 else near if len(near) == 1 else []
    return [min(found)[2]] if found else []


def _name(sheet: Sheet, mark: int) -> str:
    """Return the letter or number in a connector; nothing where a line of text lies over it."""
    name = text_of(inside(sheet, sheet.marks[mark]))
    return name if re.fullmatch(r"[A-Z]{1,2}|[a-z]|\d{1,3}", name) else ""


def _answers(sheets: Sequence[Sheet], taken: Taken) -> dict[tuple[int, Way], str]:
    """Return the answer at each arrow out of a decision: each goes to the arrow that it stands nearest to."""
    told: dict[tuple[int, Way], str] = {}
    for n, sheet in enumerate(sheets):
        marks = sheet.marks
        ways = [way for way in sheet.ways.every if marks[way.source].form is SymbolForm.DIAMOND]
        answers = _phrases(sheet)
        pairs = sorted(
            (distance(one.area.middle, way.points) + 0.3 * marks[way.source].area.away(*one.area.middle), k, m)
            for k, one in enumerate(answers)
            for m, way in enumerate(ways)
        )
        used_answers: set[int] = set()
        used_ways: set[int] = set()
        for away, k, m in pairs:
            if away > _NEAR or k in used_answers or m in used_ways:
                continue
            told[n, ways[m]] = answers[k].text
            used_answers.add(k)
            used_ways.add(m)
            taken.take(sheet.page.number, answers[k].words)
        left = [way for m, way in enumerate(ways) if m not in used_ways]
        for k, one in enumerate(answers):
            if k not in used_answers and len(left) == 1 and _nearest(sheet, one) == (left[0], True):
                told[n, left[0]] = one.text
                taken.take(sheet.page.number, one.words)
                left = []
    return told


def _nearest(sheet: Sheet, one: WordLine) -> tuple[Way | None, bool]:
    """Return the arrow that words stand nearest to, and whether they may still be its answer."""
    far = [(distance(one.area.middle, way.points), k) for k, way in enumerate(sheet.ways.every)]
    away, k = min(far, default=(_FAR, -1))
    return (sheet.ways.every[k] if k >= 0 else None), away < _FAR


def _words_beside(sheets: Sequence[Sheet], steps: Sequence[StepDraft], taken: Taken) -> None:
    """Say at a step which words stand at its arrow, or beside its symbol, and are the answer of no decision."""
    for n, sheet in enumerate(sheets):
        for one in _phrases(sheet):
            if len(taken.free(sheet.page, one.words)) < len(one.words):
                continue
            mark = _beside(sheet, one)
            step = next((step for step in steps if (n, mark) in step.places), None)
            if step is not None:
                step.doubts.append(say('beside its symbol or arrow stands "{words}"', words=one.text))
                taken.take(sheet.page.number, one.words)


def _beside(sheet: Sheet, one: WordLine) -> int | None:
    """Return the symbol out of which the arrow leads that words stand at, else the one that they stand beside."""
    way, _ = _nearest(sheet, one)
    if way is not None and distance(one.area.middle, way.points) <= _CLOSE:
        return way.source
    near = [(mark.area.away(*one.area.middle), k) for k, mark in enumerate(sheet.marks)]
    away, k = min(near, default=(_FAR, -1))
    return k if away <= _NEAR else None


def _phrases(sheet: Sheet) -> list[WordLine]:
    """Return what stands in the lanes beside the symbols, words close together as one: answers, mostly."""
    lines: list[list[Word]] = []
    free = [word for word in sheet.page.words if _stands_free(sheet, word)]
    for word in sorted(free, key=lambda one: (round(one.area.middle[1] / 3), one.area.left)):
        before = lines[-1][-1].area if lines else None
        beside = before and abs(before.middle[1] - word.area.middle[1]) < 3 and -1 < word.area.left - before.right < 5
        if beside:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [WordLine(tuple(line)) for line in lines if len(line) <= _LONGEST]


def _stands_free(sheet: Sheet, word: Word) -> bool:
    x, y = word.area.middle
    top = min((row.area.top for row in sheet.rows if row.cells), default=0.0)
    return y > top and sheet.lanes.holds(x, y) and not any(mark.holds(x, y) for mark in sheet.marks)


def _take_connectors(sheets: Sequence[Sheet], taken: Taken) -> None:
    """Take the names of connectors: they say only where an arrow goes on."""
    for sheet in sheets:
        for mark in sheet.marks:
            if mark.form is SymbolForm.CONNECTOR:
                taken.take(sheet.page.number, inside(sheet, mark))
