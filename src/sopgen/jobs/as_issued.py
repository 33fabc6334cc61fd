"""What is found in an edition that is printed as it was issued: nobody is to mend it, so it is told in one line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sopgen.errors import Problem
from sopgen.lint.book import RULES
from sopgen.messages import say
from sopgen.read.load import Edition


def in_one_line(found: Sequence[Problem], editions: Sequence[Edition]) -> list[Problem]:
    """Return the problems with one (PS16) for all that the rules find in the words of an edition as issued.

    Errors stay, and what concerns its record: an approval that holds no more (PS01), a scan that is missing (PS13).
    """
    as_issued = {one.sop_source.file: one for one in editions if one.sop.sebagaimana_terbit}
    counts = Counter(one.file for one in found if one.file in as_issued and _of_words(one))
    lines = {file: _told(as_issued[file], count) for file, count in counts.items() if count > 1}
    told = (lines[one.file] if one.file in lines and _of_words(one) else one for one in found)
    return list(dict.fromkeys(told))


def _of_words(problem: Problem) -> bool:
    return problem.code in RULES and problem.severity != "error"


def _told(edition: Edition, count: int) -> Problem:
    what = say(
        "edition {edition}: {count} findings, printed as issued; --all shows them",
        edition=edition.sop.edisi,
        count=count,
    )
    return replace(edition.sop_source.problem("PS16", ("sebagaimana_terbit",), what, "", severity="info"), path="")
