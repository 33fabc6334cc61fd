"""What the options of several commands share: their types, days, the register, and records that hold them all."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Final, TypeVar

import click

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say
from sopgen.model.base import FIRST_YEAR, LAST_YEAR, in_years, written_date

FILE: Final = click.Path(path_type=Path, dir_okay=False)
FOLDER: Final = click.Path(path_type=Path, file_okay=False)
Command = TypeVar("Command", bound=Callable[..., None])
Record = TypeVar("Record")


class Day(click.ParamType[date]):
    """A day as offices write it: `2026-11-27`, `27-11-2026`, `27/11/2026` or `27 November 2026`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with how it is written."""
        if isinstance(value, date):
            return value
        written = written_date(str(value).strip())
        if written is None:
            what = say('"{value}" is not a date', value=value)
            self.fail(with_fix(what, say("write it as 2019-09-03, 03-09-2019 or 3 September 2019")), param, ctx)
        try:
            day = date.fromisoformat(written)
        except ValueError:
            what = say('"{value}" is no day of the calendar', value=value)
            self.fail(with_fix(what, say("check day and month; the day stands first: 31-12-2026")), param, ctx)
        if not in_years(day):
            bounds = {"first": FIRST_YEAR, "last": LAST_YEAR}
            self.fail(say('"{value}" lies outside the years {first} to {last}', value=value, **bounds), param, ctx)
        return day


def in_record(record: Callable[..., Record]) -> Callable[[Callable[[Record], None]], Callable[..., None]]:
    """Hand a command its options as one typed record, whose fields bear their names."""

    def decorate(command: Callable[[Record], None]) -> Callable[..., None]:
        @wraps(command)
        def run(**values: object) -> None:
            command(record(**values))

        return run

    return decorate


def handed(request: Callable[..., Record], options: object, **others: object) -> Record:
    """Return what is asked for: its fields have the values of the options of their names, and those named here."""
    kept = {one.name for one in fields(request)} & {one.name for one in fields(options)}  # type: ignore[arg-type]
    return request(**{name: getattr(options, name) for name in kept - others.keys()}, **others)


def activity_option(help: str) -> Callable[[Command], Command]:
    """Return the option for the activity whose letters or forms are meant."""
    return click.option("--activity", help=help)


def numbered_option(help: str) -> Callable[[Command], Command]:
    """Return the option that has the register give, or tell, the numbers of letters."""
    return click.option("--register", "numbered", is_flag=True, help=help)


def day_option(
    *names: str, help: str | None = None, metavar: str | None = None, required: bool = False
) -> Callable[[Command], Command]:
    """Return an option that takes a day."""
    return click.option(*names, type=Day(), help=help, metavar=metavar, required=required)


def register_option(name: str) -> Callable[[Command], Command]:
    """Return the option for the address of the register's database."""
    help = "The register's address, where it is not register/ of the working folder."
    return click.option(name, "url", envvar="SOPGEN_REGISTER", callback=_address, metavar="URL", help=help)


def _address(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the address; warn of a password that others on this computer can read in the list of processes."""
    from sopgen.register.database import has_password  # here: `--help` must not wait for the database's library

    typed = context.get_parameter_source(str(option.name)) is click.core.ParameterSource.COMMANDLINE
    if value and typed and has_password(value):
        warning = say("warning: others can read the password in this command. fix: leave it out, use PGPASSFILE")
        click.echo(warning, err=True)
    return value


def ask_doubts(doubts: Sequence[str], *, sure: bool) -> None:
    """Tell what is odd, and go on as `ask` does; without a doubt at once."""
    if doubts:
        ask([say("odd: {doubt}", doubt=doubt) for doubt in doubts], sure=sure)


def ask(lines: Sequence[str], *, sure: bool) -> None:
    """Tell what is about to be done, and go on where whoever asks is sure; raise SopgenError where not."""
    for line in lines:
        click.echo(line, err=True)
    if sure:
        return
    if not sys.stdin.isatty():
        raise SopgenError(say("nothing is done. fix: correct it, or --yes if it is meant so"))
    if not click.confirm(say("Is it meant so?"), err=True):
        raise SopgenError(say("nothing is done"))


SURE: Final = click.option("--yes", "sure", is_flag=True, help="What looks odd is meant so: do not ask.")


def tell_made(path: Path, *, err: bool = False) -> None:
    """Say that a file or folder was made."""
    click.echo(say("made {folder}", folder=path), err=err)


def tell_unchanged(folder: Path, *, err: bool = False) -> None:
    """Say that a folder stands as it would be made."""
    click.echo(say("unchanged {folder}", folder=folder), err=err)
