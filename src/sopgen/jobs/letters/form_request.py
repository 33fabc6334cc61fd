"""Which forms are asked for, blank ones or those that follow an order file's letters, and from that their files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.jobs.forms import ORDERS, blank_orders, follow_ups, with_fields
from sopgen.jobs.letters.deployment import from_content
from sopgen.jobs.letters.follow_up_forms import filled_forms
from sopgen.jobs.letters.numbers import by_hand, given_numbers, refuse_unissued, unnumbered
from sopgen.jobs.letters.request import OrderRequest, from_file, prepared
from sopgen.jobs.life.day import today_at
from sopgen.jobs.register.begin import reserved
from sopgen.jobs.register.blank import numbered_blanks
from sopgen.jobs.register.folder import of_letters, viewed
from sopgen.jobs.work import open_work
from sopgen.messages import say
from sopgen.plan.forms.table import FORMS, AnyForm
from sopgen.register.entry import State

FILLED: Final = Path("tindak-lanjut")
# Blank letters with numbers that are made at once.
MOST_BLANKS: Final = 100
# What the register says that their numbers are kept for.
BLANKS_FOR: Final = "surat blangko"


@dataclass(frozen=True)
class FormRequest:
    """Which forms of which edition: their names (none: the usual ones), of one activity or of letters.

    `letter` is the number of an issued letter that the forms follow, of the `year` (this one where none is named).
    `numbered` has the letters' numbers looked up in the register, `reserved` is how many blank task orders are to
    bear the next numbers reserved for the `year`; `url` is the register's address where it is not the working
    folder's own. `fillable` asks for fields to fill on the screen. `out` is the folder; none: filled forms go to
    FILLED, which stays out of git, blank ones to the current folder.
    """

    spec: Path
    names: Sequence[str] = ()
    activity: str | None = None
    order: Path | None = None
    letters: OrderRequest | None = None
    letter: int | None = None
    numbered: bool = False
    reserved: int | None = None
    year: int | None = None
    url: str | None = None
    fillable: bool = False
    out: Path | None = None

    @property
    def filled(self) -> bool:
        """Whether the forms follow letters."""
        return bool(self.order or self.letters or self.letter)


@dataclass(frozen=True)
class AskedForms:
    """The files of the forms that are asked for, and what is to be known of how their roster was read."""

    files: dict[Path, bytes]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Made:
    """The date of forms, their names and bytes, and the notes on their roster."""

    day: date
    files: Iterator[tuple[str, bytes]]
    notes: tuple[str, ...] = ()


def asked_forms(asked: FormRequest) -> AskedForms:
    """Return the forms that are asked for. Raises WrongUsage where that does not go together."""
    if asked.letter and (asked.order or asked.letters or asked.numbered or asked.activity is not None):
        raise WrongUsage(
            with_fix(
                say("--letter N stands alone, since the register says what the letter is"),
                say("leave the other options out"),
            )
        )
    if asked.activity is not None and asked.order:
        raise WrongUsage(
            with_fix(
                say("--activity and --order exclude each other, since the order names its activity"),
                say("leave one of them out"),
            )
        )
    if asked.numbered and not asked.filled:
        raise WrongUsage(
            with_fix(
                say("--register goes with --order, or with --roster and --date"),
                say("give those too, or leave it out"),
            )
        )
    if asked.reserved and (asked.filled or asked.activity is None or set(asked.names) - {ORDERS}):
        raise WrongUsage(
            with_fix(
                say("--reserved makes blank task orders of one activity"),
                say("give --activity, and leave the other options out"),
            )
        )
    made = _filled(asked) if asked.filled else _blank(asked)
    files = with_fields(made.files, day=made.day) if asked.fillable else made.files
    out = asked.out or (FILLED if asked.filled else Path())
    return AskedForms({out / Path(name).name: content for name, content in files}, made.notes)


def numbered_blank_letters(spec: Path, activity: str, count: int, *, fillable: bool = False) -> dict[Path, bytes]:
    """Return blank task orders of an activity that bear numbers of this year; what is not reserved yet is reserved.

    Raises SopgenError as `reserved` does, and where more are asked for than one person fills in.
    """
    if not 1 <= count <= MOST_BLANKS:
        what = say("{count} blank letters are asked for", count=count)
        raise SopgenError(with_fix(what, say("ask for 1 to {most}", most=MOST_BLANKS)))
    unit = open_work(spec).edition.unit
    year = today_at(unit).year
    kept = [one for one in of_letters(unit, None, spec).entries(year) if one.state is State.RESERVED]
    if len(kept) < count:
        reserved(spec, None, year=year, amount=count - len(kept), purpose=BLANKS_FOR)
    return asked_forms(FormRequest(spec, activity=activity, reserved=count, year=year, fillable=fillable)).files


def _blank(asked: FormRequest) -> _Made:
    """Return the date of blank forms, and the forms; task orders where none is named."""
    work = open_work(asked.spec)
    names = asked.names or [ORDERS]
    of_sop = all(name != ORDERS and FORMS[name].filled is None for name in names)
    found = work.activities(asked.activity) if of_sop else work.needed_activities(asked.activity)
    if asked.reserved:
        unit = work.edition.unit
        register, year = of_letters(unit, asked.url, asked.spec), asked.year or today_at(unit).year
        return _Made(work.day, iter(numbered_blanks(work, found[0], register, year=year, count=asked.reserved)))
    kinds = (
        blank_orders(work, asked.activity) if name == ORDERS else follow_ups(work, asked.activity, [name])
        for name in names
    )
    return _Made(work.day, chain.from_iterable(kinds))


def _filled(asked: FormRequest) -> _Made:
    """Return the date and the forms that follow letters."""
    wanted = _of_orders(asked.names)
    if asked.letter:
        return _of_letter(asked, asked.letter, wanted)
    ordered = _ordered(asked)
    if ordered.number and asked.numbered:
        raise WrongUsage(with_fix(say("--register and the number exclude each other"), say("leave one of them out")))
    ready = prepared(ordered)
    work, deployment = ready.work, ready.deployment
    if asked.numbered:
        numbers = given_numbers(work, viewed(asked.url, ordered.spec))
    else:
        numbers = by_hand(work, ordered.number, None) if ordered.number else unnumbered
    how = {"per_person": ordered.per_person, "named": bool(asked.names)}
    made = filled_forms(work, wanted, deployment=deployment, numbers=numbers, **how)
    return _Made(deployment.day, made, ready.notes)


def _of_letter(asked: FormRequest, number: int, wanted: Sequence[AnyForm]) -> _Made:
    """Return the date and the forms that follow the issued letter of a number, as the register keeps it."""
    work = open_work(asked.spec)
    entry = viewed(asked.url, asked.spec).show(asked.year or today_at(work.edition.unit).year, number)
    refuse_unissued(entry)
    signed, one = from_content(work, entry)
    how = {"per_person": False, "named": bool(asked.names)}
    made = filled_forms(signed, wanted, deployment=one, numbers=lambda _: [(entry.text, entry)], **how)
    return _Made(one.day, made)


def _ordered(asked: FormRequest) -> OrderRequest:
    """Return the letters that are named by options, else those of the order file."""
    if asked.letters:
        return asked.letters
    assert asked.order
    return from_file(asked.order, of=asked.spec)


def _of_orders(names: Sequence[str]) -> list[AnyForm]:
    """Return the forms that an order fills: the named ones, or all."""
    if ORDERS in names:
        raise WrongUsage(
            with_fix(
                say("the letters of an order file are made by `sopgen order`"), say("type order in the place of form")
            )
        )
    for name in names:
        if FORMS[name].filled is None:
            raise WrongUsage(say("an order says nothing of {form}. fix: leave --order out", form=name))
    return [form for name, form in FORMS.items() if form.filled and (not names or name in names)]
