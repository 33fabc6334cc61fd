"""Letters whose number is written by hand: named by day and place in the run, so that two of a day may clash."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from sopgen.jobs.letters.issue import IssuedLetter
from sopgen.jobs.letters.kept_files import OtherLetter
from sopgen.jobs.letters.run import Run, RunRequest, carry_out, prepare
from sopgen.jobs.register.folder import new_letters_folder

# Where the next letters of a day go whose names are taken: surat/ke-2, surat/ke-3 and so on.
NEXT: Final = "ke-"


# Hears how many letters are made of how many, and tells whether the run goes on.
Watch = Callable[[int, int], bool]


def run_beside(
    asked: RunRequest, sure: Callable[[Run], bool], watch: Watch = lambda _made, _all: True
) -> tuple[Run, list[IssuedLetter] | None]:
    """Make the letters of a run, beside others of the day that have no number either; None where it is not `sure`.

    A run that `watch` stops leaves what Ctrl-C leaves: letters that were made stay, with their numbers; so do numbers
    that were given for others, which the same run gives them later. There is no print run then.
    Raises SopgenError with everything that keeps the letters from being made.
    """
    for folder in _folders(asked):
        run = prepare(replace(asked, out=folder))
        if not sure(run):
            return run, None
        try:
            return run, _watched(run, watch)
        except OtherLetter:
            if run.delivery.register or asked.order.number:
                raise
    raise AssertionError("there is always a next folder")


def _watched(run: Run, watch: Watch) -> list[IssuedLetter]:
    letters: list[IssuedLetter] = []
    if not watch(0, len(run.ones)):
        return letters
    with closing(carry_out(run)) as made:
        for letter in made:
            letters.append(letter)
            if not watch(len(letters), len(run.ones)):
                break
    return letters


def _folders(asked: RunRequest) -> Iterator[Path | None]:
    yield asked.out
    home = asked.out or new_letters_folder(asked.order.spec)
    for number in count(2):
        yield home / f"{NEXT}{number}"
