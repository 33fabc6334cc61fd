"""Who of a roster is ordered, and in what order: police and civil servants by rank; civilians are invited instead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.errors import SopgenError, together
from sopgen.jobs.letters.deployment import Deployment, WrongTerm
from sopgen.messages import say
from sopgen.model.people.person import Person, seniority


def is_civilian(person: Person) -> bool:
    """Tell who bears neither rank nor number: nobody can order them."""
    return not person.rank and not person.number


def by_rank(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people from the highest rank down; those of one rank stay as the roster has them."""
    return tuple(sorted(people, key=lambda person: seniority(person.rank)))


def told_of_order(typed: Sequence[Person], people: Sequence[Person]) -> Iterator[str]:
    """Yield that the roster has the people in another order, where it has."""
    moved = next((now for was, now in zip(typed, people, strict=True) if was is not now), None)
    if moved:
        yield say(
            "warning: the roster is not in the order of ranks: {name} ({rank}, row {row}) stands further up in the "
            "letter. fix: --keep-order leaves it as typed",
            name=moved.name,
            rank=moved.rank.upper() or "-",
            row=moved.row,
        )


def without_civilians(deployment: Deployment) -> Deployment:
    """Return the deployment of those who can be ordered; it may be nobody."""
    return replace(deployment, people=tuple(one for one in deployment.people if not is_civilian(one)))


def civilians_of(deployment: Deployment) -> Deployment:
    """Return the deployment of the civilians alone; it may be nobody."""
    return replace(deployment, people=tuple(filter(is_civilian, deployment.people)))


def ordered(deployment: Deployment, *, leave_out: bool) -> Deployment:
    """Return whom a task order names.

    Raises SopgenError with a line for each civilian, unless they are to be left out, and where nobody is left.
    """
    fix = say(
        "--without-civilians leaves civilians out; `sopgen form --form undangan` with the same options makes the "
        "letter for them"
    )
    wrong = [
        say("row {row}: {name} is a civilian, whom no task order can order", row=one.row, name=one.name)
        for one in civilians_of(deployment).people
    ]
    if wrong and not leave_out:
        raise together([WrongTerm("tanpa_warga", what, fix) for what in wrong])
    left = without_civilians(deployment)
    if not left.people:
        raise SopgenError(say("the roster names civilians only. fix: `sopgen form --form undangan` invites them"))
    return left
