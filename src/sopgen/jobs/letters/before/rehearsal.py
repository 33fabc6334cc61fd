"""Plan a whole run before its first number is given: a number is given only for a letter that can be made."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.files import refuse_unwritable
from sopgen.jobs.letters.deployment import Deployment, letter_key, plan_of
from sopgen.jobs.letters.issue import sealed_plan
from sopgen.jobs.letters.kept_files import refuse_replacing
from sopgen.jobs.letters.numbers import number_text
from sopgen.jobs.work import Work
from sopgen.model.unit import LetterKind
from sopgen.register.look import RegisterView

# As long as a running number gets: what fits with it fits with every shorter one.
LONGEST: Final = 99999


def rehearse(work: Work, ones: Sequence[Deployment], formats: Sequence[str], out: Path) -> None:
    """Plan every letter, make the first of each kind, and see that the folder can be written; nothing is kept.

    Raises SopgenError where a letter can not be made.
    """
    made: set[LetterKind] = set()
    for one in ones:
        plan = plan_of(work, one, number_text(work, one)(LONGEST))
        if one.kind not in made:
            made.add(one.kind)
            work.letter_maker.files(plan, formats)
    refuse_unwritable(out)


def refuse_changed(
    work: Work, ones: Sequence[Deployment], register: RegisterView, key: Ed25519PrivateKey | None
) -> None:
    """Raise SopgenError where letters of a run were issued with other words; others of it have no number yet."""
    known = register.known([letter_key(work, one) for one in ones])
    issued = [(one, known[letter_key(work, one)]) for one in ones if letter_key(work, one) in known]
    if len(issued) == len(ones):
        return  # no number is to be given: each letter is compared when it is made
    for one, entry in issued:
        plan = sealed_plan(work, one, entry.text, key)
        endings = [name.rpartition(".")[2] for name in entry.files]
        made = work.letter_maker.files(plan, endings)
        refuse_replacing(entry, {Path(f"{entry.number}.{ending}"): content for ending, content in made.items()}, {})
