"""`sopgen doubts`: what a draft of an old SOP leaves to a person, and what of that was looked at."""

from collections.abc import Sequence
from pathlib import Path

from sopgen.errors import WrongUsage, with_fix
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.jobs.edit.fix import load_draft
from sopgen.jobs.old.doubts.remarks import open_doubts, settled
from sopgen.jobs.old.notes import Doubt
from sopgen.messages import say
from sopgen.read.overlay.spec import read_spec


def doubts_of(path: Path) -> list[Doubt]:
    """Return the doubts that a draft has; raise SpecError where it can not be read."""
    return open_doubts(read_spec(path))


def settled_in(path: Path, numbers: Sequence[int]) -> list[Doubt]:
    """Take the remarks of doubts (counted from 1) out of a draft, and return those that are left.

    Raises WrongUsage where there is no such doubt, SopgenError where the edition is no draft.
    """
    with one_writer(path):
        source = load_draft(path).sop_source
        known = open_doubts(source)
        if strange := [str(one) for one in numbers if not 0 < one <= len(known)]:
            what = say("there is no doubt {numbers}", numbers=", ".join(strange))
            raise WrongUsage(with_fix(what, say("`sopgen doubts {path}` lists them", path=path.as_posix())))
        for number in sorted(set(numbers), reverse=True):
            source = settled(source, known[number - 1].text, known[number - 1].line)
        write_file(path, text_bytes(path, source.text))
    return open_doubts(source)
