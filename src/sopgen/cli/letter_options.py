"""The options that say what letters are: who goes, when, where, on what tasks; `order` and `form` share them."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import click

from sopgen.cli.options import Command, day_option, handed
from sopgen.jobs.letters.request import LetterTerms, OrderRequest
from sopgen.messages import say
from sopgen.model.deployment import written_hours
from sopgen.read.roster.files.encoding import decoded
from sopgen.read.roster.table import LARGEST, TypedTable, refuse


@dataclass(frozen=True, kw_only=True)
class LetterOptions(LetterTerms):
    """What says which letters are meant, without an order file."""

    spec: Path
    activity: str | None
    roster: Path | TypedTable | None
    day: date | None


class RosterFile(click.Path):
    """A roster's file, or - for a list that is pasted, or comes from another program."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False, allow_dash=True)

    def convert(  # type: ignore[override]  # what is pasted is a table of its own
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | TypedTable:
        """Return the file, or what is pasted. Raises SpecError where it is too large or no text."""
        if isinstance(value, TypedTable):
            return value
        path = Path(str(super().convert(str(value), param, ctx)))
        if path != Path("-"):
            return path
        content = sys.stdin.buffer.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise refuse(path, say("the list is too large"), say("split the roster into several files"))
        return TypedTable(decoded(path, content)[0], path)


def _hours(_: click.Context, __: click.Parameter, value: str) -> str:
    hours = written_hours(value) if value else ""
    if hours is None:
        raise click.BadParameter(say('"{value}" are no hours. fix: write 08.00-12.00', value=value))
    return hours


_OPTIONS: Final = (
    click.option("--roster", type=RosterFile(), help="CSV or XLSX with Nama, Pangkat, NRP, Jabatan, Ket; - pasted."),
    click.option("--sheet", default="", help="The roster's sheet, where the workbook has several."),
    day_option("--date", "day", help="The orders' date, such as 27-11-2026."),
    day_option("--until", help="The last day of the task."),
    click.option("--hours", default="", callback=_hours, help="The hours of each day: 08.00-12.00."),
    click.option("--place", default="", help="Where the task is carried out."),
    click.option(
        "--duty", "duties", multiple=True, help="A task beside those of the activity; may be given several times."
    ),
    click.option(
        "--per-person/--one-letter", default=False, help="A letter for each person, or one for all (default)."
    ),
    click.option("--number", type=click.IntRange(1), help="The first letter's running number."),
    click.option("--signatory", help="The id of the official who signs (pejabat in satuan.yaml)."),
    click.option("--kka", default="", help="The archive code, where it is not the activity's or the unit's."),
    click.option("--keep-order", is_flag=True, help="The people as the roster has them, not by rank."),
    click.option("--without-civilians", is_flag=True, help="Leave civilians out, whom no order can order."),
)


def letter_options(command: Command) -> Command:
    """Give a command the options that say what letters are."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def asked_letters(options: LetterOptions) -> OrderRequest | None:
    """Return the letters that options name, None where an order file is meant or none."""
    if options.activity and options.roster and options.day:
        return handed(OrderRequest, options)
    return None


def says_of_letters(options: LetterOptions) -> bool:
    """Whether an option says something of letters that an order file says too; its roster's sheet may be named."""
    when = (options.day, options.until, options.hours)
    said: tuple[object, ...] = (*when, options.roster, options.place, options.duties)
    more = (options.kka, options.keep_order, options.without_civilians)
    return any((*said, options.per_person, options.number, options.signatory, *more))
