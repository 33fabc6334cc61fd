"""What the options of several commands share: their types, days, the register, and records that hold them all."""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Final, TypeVar

import click

from sopgen.errors import SopgenError
from sopgen.messages import say

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
