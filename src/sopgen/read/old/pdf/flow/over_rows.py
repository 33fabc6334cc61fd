"""What steps have from other rows: cells that go on over a page, a row's text for its symbols, typed numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sopgen.messages import say
from sopgen.model.flow import STANDARD_CELLS
from sopgen.read.old.found import FoundStep
from sopgen.read.old.pdf.flow.drafts import StepDraft
from sopgen.read.old.pdf.lists import paragraphs


def over_page(drafts: Sequence[StepDraft], steps: Sequence[FoundStep]) -> list[FoundStep]:
    """Return the steps with the cells that go on from the last row of the page before: empty, open at the top."""
    told = list(steps)
    for n, (draft, before) in enumerate(zip(drafts[1:], drafts, strict=False), 1):
        if draft.sheet == before.sheet or draft.in_row or draft.parent is not None:
            continue
        here = [cell for cell in draft.row.cells if cell.key in STANDARD_CELLS]
        there = [cell for cell in before.row.cells if cell.key in STANDARD_CELLS]
        empty = not any(cell.words for cell in here) and all(cell.area.top < draft.row.area.top - 3 for cell in here)
        if here and empty and all(cell.area.bottom > before.row.area.bottom + 3 for cell in there):
            told[n] = replace(told[n], shared=STANDARD_CELLS)
    return told


def without_numbers(steps: Sequence[FoundStep]) -> list[FoundStep]:
    """Return the steps without the numbers typed before their texts, where these count the rows."""
    texts = [one.text.text for one in steps if not one.in_row]
    typed = [re.match(r"(\d{1,3})[.)]?\s+", text) for text in texts]
    if [int(one[1]) if one else 0 for one in typed] != list(range(1, len(texts) + 1)):
        return list(steps)
    return [
        one if one.in_row else replace(one, text=replace(one.text, text=re.sub(r"^\d+[.)]?\s+", "", one.text.text)))
        for one in steps
    ]


def in_own_rows(drafts: Sequence[StepDraft], steps: Sequence[FoundStep]) -> list[FoundStep]:
    """Return the steps with those apart that stand in one row and one lane: a row has one symbol of each lane."""
    told: list[FoundStep] = []
    used: set[int] = set()
    for draft, step in zip(drafts, steps, strict=True):
        if not step.in_row:
            used = set(step.roles)
        elif used & {*step.roles}:
            what = say("a second symbol of the same lane stands in this row: whose the text is is not sure")
            draft.doubts.append(what)
            step, used = replace(step, in_row=False), set(step.roles)
        else:
            used |= {*step.roles}
        told.append(step)
    return told


def parted_texts(drafts: Sequence[StepDraft], steps: Sequence[FoundStep]) -> list[FoundStep]:
    """Return the steps with the text of a row of several symbols parted where it has as many paragraphs."""
    told = list(steps)
    for n, draft in enumerate(drafts):
        count = next((k for k, one in enumerate(drafts[n + 1 :], 1) if not one.in_row), len(drafts) - n)
        if draft.in_row or count < 2 or any(told[n + k].text.text for k in range(1, count)):
            continue
        cell = next((one for one in draft.row.cells if one.key == "kegiatan"), None)
        parts = paragraphs(cell.words, draft.row.page, cell.area) if cell else []
        if len(parts) == count:
            unsure = say("the row has a text for each of its symbols: which is whose is not sure")
            for k, part in enumerate(parts):
                told[n + k] = replace(told[n + k], text=replace(part, doubt=unsure))
    return told
