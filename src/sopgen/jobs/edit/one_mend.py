"""One correction of a draft that a person chose: the place becomes what its rule proposes, with the reason."""

from datetime import date

from sopgen.errors import Loc
from sopgen.jobs.check import weigh
from sopgen.jobs.edit.fix import corrected
from sopgen.read.load import Edition
from sopgen.read.source import Source


def mended_place(edition: Edition, code: str, loc: Loc, today: date) -> Source:
    """Return the draft with what a rule corrects or proposes for a place; as it is where it finds nothing there.

    Other findings stay. The same correction by `fix` gives the same text.
    """
    for one in weigh(edition, today).found:
        correction = one.finding.mend or one.finding.proposal
        if (one.entry.code, one.finding.loc) == (code, loc) and correction and not one.finding.in_unit:
            return corrected(edition, one.entry, correction)
    return edition.sop_source
