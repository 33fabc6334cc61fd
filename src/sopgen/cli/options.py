"""What the options of several commands share: their types, days, the register, and records that hold them all."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Final, TypeVar

import click

from sopgen.messages import say
from sopgen.workspace import REGISTER

FILE: Final = click.Path(path_type=Path, dir_okay=False)
FOLDER: Final = click.Path(path_type=Path, file_okay=False)
Command = TypeVar("Command", bound=Callable[..., None])
Record = TypeVar("Record")


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
    """Return an option that takes a day, YYYY-MM-DD."""
    kind = click.DateTime(["%Y-%m-%d"])
    return click.option(*names, type=kind, callback=_day, help=help, metavar=metavar, required=required)


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def register_option(name: str, help: str | None = None) -> Callable[[Command], Command]:
    """Return the option for the address of the register's database."""
    return click.option(name, "url", envvar="SOPGEN_REGISTER", default=REGISTER, show_default=True, help=help)


def tell_made(path: Path, *, err: bool = False) -> None:
    """Say that a file or folder was made."""
    click.echo(say("made {folder}", folder=path), err=err)
