"""Why something changed from one edition to the next, written into the draft for one change of the matrix."""

from pathlib import Path

from sopgen.compare.changes import Change, reasons_for
from sopgen.compare.differences import ChangeKind
from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.jobs.compare.editions import Comparison, compared
from sopgen.jobs.edit.changes import place_of
from sopgen.jobs.edit.fix import load_draft
from sopgen.jobs.edit.reasons import REASONS, Reason, with_reasons
from sopgen.messages import say
from sopgen.read.source import Source
from sopgen.splice.overlay.edits import remove, rewrite


def with_reason(source: Source, found: Comparison, path: str, kind: str, why: str) -> Source:
    """Return the new edition's text with the reason for the change at a path; without words the reason goes.

    `source` is the text that the comparison's new edition was read from. Raises SopgenError where nothing of that
    kind changed there.
    """
    number = next((n for n, one in enumerate(found.changes) if (one.path, one.kind.value) == (path, kind)), None)
    if number is None:
        raise SopgenError(with_fix(say("nothing changed at this place any more"), say("compare anew")))
    change, held = found.changes[number], reasons_for(found.changes, found.new.sop).get(number, [])
    words = why.strip()
    if not words:
        return _without(source, found, held, number)
    shared = [n for n in held if _stands_for_others(found, n, number)]
    own = [n for n in held if n not in shared]
    if own:
        return rewrite(source, (REASONS, own[-1], "alasan"), words)
    return with_reasons(source, [_reason(change, words)])


def reason_written(old: Path, new: Path, number: int, why: str) -> Comparison:
    """Write the reason for a change, by its number in the comparison, into the draft; return both as they are then.

    Raises SpecError where the new edition is no draft, WrongUsage where there is no change of that number.
    """
    load_draft(new)  # what is wrong with the file is told before it is locked
    with one_writer(new):
        found = compared(str(old), str(new), None)
        if not 0 < number <= len(found.changes):
            what = say("there is no change {number}", number=number)
            raise WrongUsage(with_fix(what, say("known: {known}", known=f"1-{len(found.changes)}")))
        change = found.changes[number - 1]
        made = with_reason(load_draft(new).sop_source, found, change.path, change.kind.value, why)
        write_file(new, text_bytes(new, made.text))
    return compared(str(old), str(new), None)


def _without(source: Source, found: Comparison, held: list[int], number: int) -> Source:
    """Take out the reasons that stand for this change alone."""
    for n in sorted((n for n in held if not _stands_for_others(found, n, number)), reverse=True):
        source = remove(source, (REASONS, n))
    return source


def _stands_for_others(found: Comparison, reason: int, number: int) -> bool:
    every = reasons_for(found.changes, found.new.sop)
    return any(reason in held for other, held in every.items() if other != number)


def _reason(change: Change, words: str) -> Reason:
    """Return the reason for a change: of a text in one line only as long as that text stands there."""
    loc = place_of(change.path)
    if change.kind is ChangeKind.REMOVED:
        return Reason(loc, words, gone=change.old[0] if len(change.old) == 1 else "")
    one_text = change.kind in (ChangeKind.ADDED, ChangeKind.CHANGED) and len(change.new) == 1
    return Reason(loc, words, text=change.new[0] if one_text else "")
