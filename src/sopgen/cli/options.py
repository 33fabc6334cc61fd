"""What the options of several commands share: their types, days, the register, and records that hold them all."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Final, TypeVar

import click

from sopgen.messages import say
from sopgen.model.base import FIRST_YEAR, LAST_YEAR, in_years, written_date
from sopgen.workspace import REGISTER

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
            self.fail(f"{what}; {say('write it as 2019-09-03, 03-09-2019 or 3 September 2019')}", param, ctx)
        try:
            day = date.fromisoformat(written)
        except ValueError:
            self.fail(say('"{value}" is no day of the calendar', value=value), param, ctx)
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


def day_option(
    *names: str, help: str | None = None, metavar: str | None = None, required: bool = False
) -> Callable[[Command], Command]:
    """Return an option that takes a day."""
    return click.option(*names, type=Day(), help=help, metavar=metavar, required=required)


def register_option(name: str, help: str | None = None) -> Callable[[Command], Command]:
    """Return the option for the address of the register's database."""
    return click.option(name, "url", envvar="SOPGEN_REGISTER", default=REGISTER, show_default=True, help=help)


def tell_made(path: Path, *, err: bool = False) -> None:
    """Say that a file or folder was made."""
    click.echo(say("made {folder}", folder=path), err=err)
