"""The command that makes forms: blank ones, and those that follow a task order."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final

import click

from sopgen.cli.exits import known_activity, reported
from sopgen.cli.register import DEFAULT
from sopgen.jobs.letters.request import from_file, prepared
from sopgen.messages import say

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
ORDERS: Final = "surat-perintah-tugas"
Files = tuple[date, Iterator[tuple[str, bytes]]]


class FormName(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions only
    """The name of a form; the table of forms is loaded when it is asked for: other commands must start fast."""

    name = "form"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Return the names for the help."""
        return self._choice().get_metavar(param, ctx)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name; a wrong one is told with those that are known."""
        return self._choice().convert(value, param, ctx)

    def _choice(self) -> "click.Choice[str]":
        from sopgen.plan.forms.table import FORMS

        return click.Choice([ORDERS, *FORMS])


@click.command()
@click.argument("spec", type=FILE)
@click.option("--form", "names", type=FormName(), multiple=True, help="Which form; may be given several times.")
@click.option("--activity", help="The activity's id; all activities where none is given.")
@click.option("--order", type=FILE, help="An order file: the forms that follow its letters, filled from it.")
@click.option("--register", "numbered", is_flag=True, help="Look the letters' numbers up in the register.")
@click.option("--register-url", "url", envvar="SOPGEN_REGISTER", default=DEFAULT, show_default=True)
@click.option("--fillable", is_flag=True, help="With fields to fill on the screen.")
@click.option("--out", type=FOLDER, default=Path(), help="The folder.")
@reported
def form(spec: Path, names: tuple[str, ...], activity: str | None, order: Path | None, **more: Any) -> None:
    """Make forms, DOCX and PDF.

    Blank task orders (surat perintah tugas) where no --form is named; with --order, the report, the lists and the
    agreement that follow its letters.
    """
    from sopgen.files import write_file
    from sopgen.jobs.build import with_fields

    if activity and order:
        raise click.UsageError(say("--activity and --order exclude each other: the order names its activity"))
    if more["numbered"] and not order:
        raise click.UsageError(say("--register goes with --order"))
    url = more["url"] if more["numbered"] else None
    day, made = _filled(spec, names, (order, url)) if order else _blank(spec, names, activity)
    for name, content in list(with_fields(made, day=day) if more["fillable"] else made):
        path = more["out"] / Path(name).name
        write_file(path, content)
        click.echo(say("made {folder}", folder=path))


def _blank(spec: Path, names: Sequence[str], activity: str | None) -> Files:
    """Return the date of blank forms, and the forms to make."""
    from sopgen.jobs.build import Work, follow_ups, forms
    from sopgen.jobs.check import checked
    from sopgen.workspace import templates

    work = Work(checked(spec), templates(spec))
    wanted = known_activity(work, activity)
    kinds = (
        forms(work, wanted) if name == ORDERS else follow_ups(work, wanted, [name]) for name in names or [ORDERS]
    )
    return work.day, chain.from_iterable(kinds)


def _filled(spec: Path, names: Sequence[str], told: tuple[Path, str | None]) -> Files:
    """Return the date and the forms that follow an order file's letters.

    `told` is the file, and the register's address or none.
    """
    from sopgen.jobs.letters.follow_up_forms import filled_forms
    from sopgen.jobs.letters.issue import by_hand, given_numbers
    from sopgen.register.store import open_existing

    order, url = told
    wanted = _of_orders(names)
    asked = from_file(order, of=spec)
    if asked.number and url:
        raise click.UsageError(say("--register and the order file's nomor exclude each other"))
    work, deployment = prepared(asked)
    numbers = given_numbers(work, open_existing(url)) if url else by_hand(work, asked.number)
    made = filled_forms(work, wanted, deployment=deployment, per_person=asked.per_person, numbers=numbers)
    return deployment.day, made


def _of_orders(names: Sequence[str]) -> list[Any]:
    """Return the forms that an order fills: the named ones, or all."""
    from sopgen.plan.forms.table import FORMS

    if ORDERS in names:
        raise click.UsageError(say("the letters of an order file are made by `sopgen order`"))
    for name in names:
        if FORMS[name].filled is None:
            raise click.UsageError(say("an order says nothing of {form}. fix: leave --order out", form=name))
    return [form for name, form in FORMS.items() if form.filled and (not names or name in names)]
