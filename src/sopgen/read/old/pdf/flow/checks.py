"""Whether a flow table was read whole: numbers, rows, lanes and cells must agree, else a doubt says so."""

import re

from sopgen.messages import say
from sopgen.read.old.pdf.flow.drafts import FlowDraft, StepDraft
from sopgen.read.old.pdf.flow.rows import CellWords
from sopgen.read.old.pdf.page.symbols import Mark

# So far a word may reach over the edge of its cell, in points.
_OVER = 2.0
# Such a part of a symbol in the row beside its own makes that unsure.
_PART = 0.3


def check_rows(flow: FlowDraft) -> None:
    """Say at its step where the numbers of the rows do not follow one another."""
    numbered = [step for step in flow.steps if not step.in_row and _number(step)]
    expected = _number(numbered[0]) if numbered else 0
    for step in numbered:
        number = _number(step)
        if step.below and number == expected - 1:
            continue
        if number != expected and not (step.below and step.parent is not None and number == expected):
            step.doubts.append(say("the number of this row does not follow that of the row before"))
        expected = number + 1
    if numbered and len(numbered) < len([one for one in flow.steps if not one.in_row]):
        for step in flow.steps:
            if not step.in_row and not _number(step):
                step.doubts.append(say("the row has no number"))


def check_symbols(flow: FlowDraft) -> None:
    """Say at its step where a symbol stands between two rows."""
    for step in flow.steps:
        if any(_over_edge(step, mark) for mark in step.marks):
            step.doubts.append(say("the symbol stands between two rows"))


def _over_edge(step: StepDraft, mark: Mark) -> bool:
    over = max(step.row.area.top - mark.area.top, mark.area.bottom - step.row.area.bottom)
    return bool(step.row.cells) and over > _PART * mark.area.height


def _number(step: StepDraft) -> int:
    digits = re.match(r"\d{1,3}", step.number)
    return int(digits[0]) if digits else 0


def doubts_of_cell(cell: CellWords) -> str:
    """Return what is not sure of a cell's text: words that reach over its edge."""
    for word in cell.words:
        if word.area.left < cell.area.left - _OVER or word.area.right > cell.area.right + _OVER:
            return say("words reach over the edge of the cell")
        if word.area.top < cell.area.top - _OVER or word.area.bottom > cell.area.bottom + _OVER:
            return say("words reach over the edge of the cell")
    return ""
