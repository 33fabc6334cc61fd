"""Which forms are asked for, blank ones or those that follow an order file's letters, and from that their files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from sopgen.errors import WrongUsage
from sopgen.jobs.forms import ORDERS, blank_orders, follow_ups, with_fields
from sopgen.jobs.letters.follow_up_forms import filled_forms
from sopgen.jobs.letters.numbers import by_hand, given_numbers
from sopgen.jobs.letters.request import OrderRequest, from_file, prepared
from sopgen.jobs.work import open_work
from sopgen.messages import say
from sopgen.plan.forms.table import FORMS, AnyForm
from sopgen.register.store import open_existing

FILLED: Final = Path("tindak-lanjut")


@dataclass(frozen=True)
class FormRequest:
    """Which forms of which edition: their names (none: the usual ones), of one activity or of letters.

    `register` is the address of the register in which the letters' numbers are looked up, `fillable` asks for fields
    to fill on the screen. `out` is the folder; none: filled forms go to FILLED, which stays out of git, blank ones
    to the current folder.
    """

    spec: Path
    names: Sequence[str] = ()
    activity: str | None = None
    order: Path | None = None
    letters: OrderRequest | None = None
    register: str | None = None
    fillable: bool = False
    out: Path | None = None

    @property
    def filled(self) -> bool:
        """Whether the forms follow letters."""
        return bool(self.order or self.letters)


_Dated = tuple[date, Iterator[tuple[str, bytes]]]


def asked_forms(asked: FormRequest) -> dict[Path, bytes]:
    """Return the files of the forms that are asked for. Raises WrongUsage where that does not go together."""
    if asked.activity is not None and asked.order:
        raise WrongUsage(say("--activity and --order exclude each other: the order names its activity"))
    if asked.register and not asked.filled:
        raise WrongUsage(say("--register goes with --order, or with --roster and --date"))
    day, made = _filled(asked) if asked.filled else _blank(asked)
    files = with_fields(made, day=day) if asked.fillable else made
    out = asked.out or (FILLED if asked.filled else Path())
    return {out / Path(name).name: content for name, content in files}


def _blank(asked: FormRequest) -> _Dated:
    """Return the date of blank forms, and the forms; task orders where none is named."""
    work = open_work(asked.spec)
    work.activities(asked.activity)
    kinds = (
        blank_orders(work, asked.activity) if name == ORDERS else follow_ups(work, asked.activity, [name])
        for name in asked.names or [ORDERS]
    )
    return work.day, chain.from_iterable(kinds)


def _filled(asked: FormRequest) -> _Dated:
    """Return the date and the forms that follow letters."""
    wanted = _of_orders(asked.names)
    ordered = _ordered(asked)
    if ordered.number and asked.register:
        raise WrongUsage(say("--register and the number exclude each other"))
    ready = prepared(ordered)
    work, deployment = ready.work, ready.deployment
    numbers = given_numbers(work, open_existing(asked.register)) if asked.register else by_hand(work, ordered.number)
    made = filled_forms(work, wanted, deployment=deployment, per_person=ordered.per_person, numbers=numbers)
    return deployment.day, made


def _ordered(asked: FormRequest) -> OrderRequest:
    """Return the letters that are named by options, else those of the order file."""
    if asked.letters:
        return asked.letters
    assert asked.order
    return from_file(asked.order, of=asked.spec)


def _of_orders(names: Sequence[str]) -> list[AnyForm]:
    """Return the forms that an order fills: the named ones, or all."""
    if ORDERS in names:
        raise WrongUsage(say("the letters of an order file are made by `sopgen order`"))
    for name in names:
        if FORMS[name].filled is None:
            raise WrongUsage(say("an order says nothing of {form}. fix: leave --order out", form=name))
    return [form for name, form in FORMS.items() if form.filled and (not names or name in names)]
