"""A run of letters: from what is asked for to letters that are checked and numbered, and to their files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from sopgen.errors import WrongUsage
from sopgen.files import opened
from sopgen.jobs.letters.deployment import Deployment, letter_key, letters
from sopgen.jobs.letters.issue import Delivery, IssuedLetter, issue
from sopgen.jobs.letters.maker import NAME, template_files
from sopgen.jobs.letters.numbers import by_hand, by_register
from sopgen.jobs.letters.request import OrderRequest, prepared
from sopgen.jobs.letters.unit_key import UnitKey, unit_key
from sopgen.jobs.letters.workers import Spread, here, over_dask, over_processes
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.register.store import Register, open_register

FORMATS: Final = ("docx", "pdf")
# Letters of a run that nobody orders by a slip: a Polres has fewer people.
MANY: Final = 1_000


@dataclass(frozen=True)
class Paper:
    """How a run is printed: on both sides or one, and in how many prints of each letter (None: as its copies ask)."""

    two_sided: bool = True
    prints: int | None = None


DUPLEX: Final = Paper()


@dataclass(frozen=True)
class RunRequest:
    """What is to be ordered, and how its letters are made and kept.

    `register` is the address of the register that gives the numbers, `print_run` the file for the printer, `paper`
    how it is printed, `scheduler` the address of a dask cluster. `many` says that more letters than MANY are meant.
    """

    order: OrderRequest
    out: Path = Path("surat")
    formats: tuple[str, ...] = FORMATS
    register: str | None = None
    print_run: Path | None = None
    paper: Paper = DUPLEX
    workers: int = 1
    scheduler: str | None = None
    many: bool = False


@dataclass(frozen=True)
class Run:
    """Letters that may be made: each one's deployment, how they are delivered, and what is to be known before."""

    work: Work
    ones: tuple[Deployment, ...]
    delivery: Delivery
    print_run: Path | None
    notes: tuple[str, ...]
    paper: Paper = DUPLEX

    @property
    def people(self) -> int:
        """How many people go."""
        return sum(len(one.people) for one in self.ones)


def kept_formats(words: str) -> tuple[str, ...]:
    """Return the formats that are named, each once; raise WrongUsage for any other than docx and pdf."""
    kept = tuple(dict.fromkeys(word.strip() for word in words.split(",")))
    if not set(kept) <= set(FORMATS):
        raise WrongUsage(say("--formats takes docx, pdf or both"))
    return kept


def prepare(asked: RunRequest) -> Run:
    """Return a run that may be made. Raises SopgenError with everything that keeps it from that."""
    order = asked.order
    if order.number and asked.register:
        raise WrongUsage(say("--number and --register exclude each other"))
    ready = prepared(order)
    work = ready.work
    ones = tuple(letters(ready.deployment, per_person=order.per_person))
    if len(ones) > MANY and not asked.many:
        what = say("the roster asks for {count} letters. fix: add --many if all of them are meant", count=len(ones))
        raise WrongUsage(what)
    register = open_register(asked.register) if asked.register else None
    notes = [*ready.notes, *_left_out(work, order.day)]
    if register:
        notes += _same_day(register, work, ones)
    numbers = by_register(work, register) if register else by_hand(work, order.number)
    own = unit_key() if register or order.number else UnitKey(None)
    spread = _spread(work, asked)
    delivery = Delivery(
        asked.out, asked.formats, numbers, spread, register, own.key, printed=asked.print_run is not None
    )
    all_notes = tuple([*notes, own.note] if own.note else notes)
    return Run(work, ones, delivery, asked.print_run, all_notes, asked.paper)


def carry_out(run: Run) -> Iterator[IssuedLetter]:
    """Make the letters, in their order, and the print run where one is wanted."""
    with _printer(run) as add:
        for made in issue(run.work, run.ones, run.delivery):
            if made.pdf:
                add(made.title, made.pdf)
            yield made


def _left_out(work: Work, day: date) -> Iterator[str]:
    """Yield the revoked laws that the letters do not cite, and what replaced them."""
    left_out = work.ground(day).left_out
    for law in left_out:
        yield say(
            "note: left out of Dasar: {law}, revoked since {since}; now {successor}",
            law=law.sebutan,
            since=law.since,
            successor=work.edition.regulations.successor(law, day) or "?",
        )
    if left_out:
        yield say("fix: cite the new one in surat_perintah.dasar of satuan.yaml; tetap_dikutip keeps the old one")


def _same_day(register: Register, work: Work, ones: tuple[Deployment, ...]) -> Iterator[str]:
    """Yield who has another order on that day."""
    own = {letter_key(work, one) for one in ones}
    people = [number for one in ones for number in one.numbers]
    for person, entry in register.same_day(people, ones[0].day, own):
        yield say("warning: {person} has order {text} on that day already", person=person, text=entry.text)


def _spread(work: Work, asked: RunRequest) -> Spread:
    if asked.scheduler:
        return over_dask(template_files(work.templates / NAME), asked.scheduler)
    if asked.workers > 1:
        return over_processes(template_files(work.templates / NAME), asked.workers, asked.out)
    return here(work.letter_maker)


@contextmanager
def _printer(run: Run) -> Iterator[Callable[[str, bytes], None]]:
    """Give what adds a letter (title, PDF) to the print run; nothing is kept where none is wanted."""
    if run.print_run is None:
        yield lambda _title, _pdf: None
    else:
        with opened(run.print_run) as file, printing(run.work, file, day=run.ones[0].day, paper=run.paper) as add:
            yield add


@contextmanager
def printing(
    work: Work, file: BinaryIO, *, day: date, paper: Paper = DUPLEX
) -> Iterator[Callable[[str, bytes], None]]:
    """Begin a print run; yield what adds a letter (title, PDF).

    Unless told otherwise, there is a print for each office of the unit's tembusan, beside the original and the own.
    """
    from sopgen.finish.print_run.run import PrintedLetter, PrintRun  # here: PDF libraries that few runs need

    prints = paper.prints or 2 + max(1, len(work.edition.unit.surat_perintah.tembusan))
    printed = PrintRun(file, day=day, two_sided=paper.two_sided)
    yield lambda title, pdf: printed.add(PrintedLetter(title, pdf, prints))
    printed.finish()
