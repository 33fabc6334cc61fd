"""A run of letters: from what is asked for to letters that are checked and numbered, and to their files."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from sopgen.errors import WrongUsage, with_fix
from sopgen.files import opened
from sopgen.jobs.letters.before.doubts import doubts
from sopgen.jobs.letters.before.memory import remember
from sopgen.jobs.letters.before.notes import legal_notes, of_civilians, unsaid
from sopgen.jobs.letters.before.rehearsal import refuse_changed, rehearse
from sopgen.jobs.letters.before.sent import letters_of
from sopgen.jobs.letters.deployment import Deployment, letter_key, letter_of
from sopgen.jobs.letters.issue import Delivery, IssuedLetter, issue
from sopgen.jobs.letters.kept_files import refuse_lost, set_aside
from sopgen.jobs.letters.maker import template_files
from sopgen.jobs.letters.numbers import Numbered, by_correction, by_hand, by_register, unnumbered
from sopgen.jobs.letters.request import OrderRequest, prepared
from sopgen.jobs.letters.unit_key import UnitKey, unit_key
from sopgen.jobs.letters.workers import Spread, here, over_dask, over_processes
from sopgen.jobs.life.day import today_at
from sopgen.jobs.register.compare import strangers
from sopgen.jobs.register.folder import if_begun, letters_folder, new_letters_folder, of_letters
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.register.look import RegisterView
from sopgen.register.store import Register

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

    `numbered` has the register give the numbers, `correct` is the number of the letter that this one replaces, with
    the `reason`. `url` is the register's address where it is not the working folder's own, `out` the folder where
    it is not surat/ there, `print_run` the file for the printer, `paper` how it is printed, `scheduler` the
    address of a dask cluster.
    `many` says that more letters than MANY are meant.
    """

    order: OrderRequest
    out: Path | None = None
    formats: tuple[str, ...] = FORMATS
    numbered: bool = False
    correct: int | None = None
    reason: str = ""
    url: str | None = None
    print_run: Path | None = None
    paper: Paper = DUPLEX
    workers: int = 1
    scheduler: str | None = None
    many: bool = False


@dataclass(frozen=True)
class Run:
    """Letters that may be made: each one's deployment, how they are delivered, and what is to be known before.

    `doubts` are to be asked about before the letters are made. `corrected` is the number of a letter that is
    replaced, which may stand in one of the `folders`. `roster` are those notes that tell of its rows.
    """

    work: Work
    ones: tuple[Deployment, ...]
    delivery: Delivery
    print_run: Path | None
    notes: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    corrected: int | None = None
    folders: tuple[Path, ...] = ()
    paper: Paper = DUPLEX
    roster: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many people go."""
        return sum(len(one.people) for one in self.ones)


def kept_formats(words: str) -> tuple[str, ...]:
    """Return the formats that are named, each once; raise WrongUsage for any other than docx and pdf."""
    kept = tuple(dict.fromkeys(word.strip() for word in words.split(",")))
    if not set(kept) <= set(FORMATS):
        raise WrongUsage(
            with_fix(
                say('"{words}" are no formats of letters', words=words), say("--formats docx,pdf or one of them")
            )
        )
    return kept


def prepare(asked: RunRequest) -> Run:
    """Return a run that may be made. Raises SopgenError with everything that keeps it from that."""
    order = asked.order
    _refuse_two_sources(asked)
    ready = prepared(order)
    work = ready.work
    ones = tuple(letters_of(work, ready.deployment, order))
    _refuse_several(asked, len(ones))
    _refuse_many(asked, len(ones))
    register = _register(asked, work)
    out = asked.out or new_letters_folder(order.spec)
    folders = (out, letters_folder(order.spec))
    if register:
        _refuse_by_register(order, work, ones, register, folders)
    if register or order.number:
        rehearse(work, ones, asked.formats, out)
    own = unit_key() if register or order.number else UnitKey(None)
    if register and not asked.correct:
        refuse_changed(work, ones, register, own.key)
    same = same_day(register, work, ones, asked.correct) if register else ()
    left_unsaid = unsaid(work, ready.deployment) if register or order.number else ()
    notes = [*ready.notes, *of_civilians(ones, work), *legal_notes(work, order.day), *left_unsaid, *same, own.note]
    delivery = Delivery(
        out=out,
        formats=asked.formats,
        numbers=_numbers(asked, work, register),
        spread=_spread(work, asked, out),
        register=register,
        key=own.key,
        printed=asked.print_run is not None,
    )
    return Run(
        work=work,
        ones=ones,
        delivery=delivery,
        print_run=asked.print_run,
        notes=tuple(filter(None, notes)),
        doubts=tuple(_doubts(asked, work, ones, register, folders)),
        corrected=asked.correct,
        folders=folders,
        paper=asked.paper,
        roster=ready.roster,
    )


def _refuse_several(asked: RunRequest, count: int) -> None:
    """Raise WrongUsage where one letter is to be replaced, and the roster gets two, civilians one of their own."""
    if asked.correct and count > 1:
        fix = say("--without-civilians, or a roster of the civilians alone")
        raise WrongUsage(with_fix(say("--correct replaces one letter, civilians have one of their own"), fix))


def _refuse_many(asked: RunRequest, count: int) -> None:
    if count > MANY and not asked.many:
        what = say("the roster asks for {count} letters. fix: add --many if all of them are meant", count=count)
        raise WrongUsage(what)


def _refuse_by_register(
    order: OrderRequest, work: Work, ones: tuple[Deployment, ...], register: Register, folders: Sequence[Path]
) -> None:
    """Raise SopgenError where the register was lost, or does not let the letters have the numbers given by hand."""
    refuse_lost(register, folders, [order.day.year])
    if order.number:
        register.refuse_taken([(number, letter_of(work, one)) for number, one in enumerate(ones, order.number)])


def _refuse_two_sources(asked: RunRequest) -> None:
    if asked.order.number and asked.numbered:
        raise WrongUsage(with_fix(say("--number and --register exclude each other"), say("leave one of them out")))
    if asked.correct and (asked.order.number or asked.numbered):
        raise WrongUsage(with_fix(say("--correct names the number itself"), say("leave --number and --register out")))
    if asked.correct and asked.order.per_person:
        raise WrongUsage(with_fix(say("--correct replaces one letter"), say("leave --per-person out")))


def _register(asked: RunRequest, work: Work) -> Register | None:
    """Return the register that gives the numbers, or that one given by hand is entered in, where there is one."""
    unit, near = work.edition.unit, asked.order.spec
    if asked.numbered or asked.correct:
        return of_letters(unit, asked.url, near)
    return if_begun(unit, asked.url, near) if asked.order.number else None


def _numbers(asked: RunRequest, work: Work, register: Register | None) -> Numbered:
    if asked.correct and register:
        return by_correction(work, register, asked.correct, asked.reason)
    if asked.order.number:
        return by_hand(work, asked.order.number, register)
    return by_register(work, register) if register else unnumbered


def _doubts(
    asked: RunRequest, work: Work, ones: tuple[Deployment, ...], register: Register | None, folders: Sequence[Path]
) -> list[str]:
    if not (register or asked.order.number):
        return []
    first = asked.order.number or asked.correct
    odd = doubts(work, ones, register, today=today_at(work.edition.unit), first=first)
    known = register.known([letter_key(work, one) for one in ones]) if register else {}
    return odd + (strangers(register, folders) if register and len(known) < len(ones) else [])


def carry_out(run: Run) -> Generator[IssuedLetter, None, None]:
    """Make the letters, in their order, and the print run where one is wanted."""
    if run.corrected and run.delivery.register:
        run.delivery.numbers(run.ones)
        set_aside(run.delivery.register, run.ones[0].day.year, run.corrected, run.folders)
    try:
        with print_run(run.work, run.print_run, run.ones[0].day, run.paper) as add:
            for made in issue(run.work, run.ones, run.delivery):
                if made.pdf:
                    add(made.title, made.pdf)
                yield made
    finally:
        if run.delivery.register:
            remember(run.delivery.register, run.ones[0].day.year)


def same_day(register: RegisterView, work: Work, ones: tuple[Deployment, ...], replaced: int | None) -> Iterator[str]:
    """Yield who has another order on that day, but the one that is replaced."""
    own = {letter_key(work, one) for one in ones}
    people = [number for one in ones for number in one.numbers]
    for person, entry in register.same_day(people, ones[0].day, own):
        if entry.number == replaced:
            continue
        yield say("warning: {person} has order {text} on that day already", person=person, text=entry.text)


def _spread(work: Work, asked: RunRequest, out: Path) -> Spread:
    if asked.scheduler:
        return over_dask(template_files(*work.letter_folders), asked.scheduler)
    if asked.workers > 1:
        return over_processes(template_files(*work.letter_folders), asked.workers, out)
    return here(work.letter_maker)


@contextmanager
def print_run(
    work: Work, path: Path | None, day: date, paper: Paper = DUPLEX
) -> Iterator[Callable[[str, bytes], None]]:
    """Give what adds a letter (title, PDF) to the print run in a file; nothing is kept where none is wanted."""
    if path is None:
        yield lambda _title, _pdf: None
    else:
        with opened(path) as file, printing(work, file, day=day, paper=paper) as add:
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
    initials = work.edition.unit.surat_perintah.paraf
    printed = PrintRun(file, day=day, two_sided=paper.two_sided, initials=initials)
    yield lambda title, pdf: printed.add(PrintedLetter(title, pdf, prints))
    printed.finish()
