"""The command that makes task orders from a roster."""

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, FOLDER, SURE, ask_doubts, day_option, in_record, register_option, tell_made
from sopgen.errors import with_fix
from sopgen.files import owner_only
from sopgen.jobs.letters.request import OrderRequest, from_file
from sopgen.jobs.letters.run import Run, RunRequest, carry_out, kept_formats, prepare
from sopgen.jobs.register.reprint import ReprintRequest, reprint
from sopgen.messages import say

# What an order file says itself.
OF_THE_SPEC: Final = frozenset(
    ["activity", "roster", "day", "until", "place", "per_person", "number", "signatory"],
)


@dataclass(frozen=True)
class OrderOptions:
    """What `order` takes."""

    spec: Path
    activity: str | None
    roster: Path | None
    sheet: str
    day: date | None
    until: date | None
    place: str
    per_person: bool
    number: int | None
    signatory: str | None
    numbered: bool
    reprint: int | None
    correct: int | None
    reason: str
    year: int | None
    sure: bool
    url: str | None
    out: Path | None
    formats: str
    print_run: Path | None
    workers: int
    scheduler: str | None
    many: bool


@click.command()
@click.argument("spec", type=FILE)
@click.option("--activity", help="The activity's id (A, B, ...).")
@click.option("--roster", type=FILE, help="CSV or XLSX with Nama, Pangkat, NRP, Jabatan, Ket.")
@click.option("--sheet", default="", help="The roster's sheet, where the workbook has several.")
@day_option("--date", "day", help="The orders' date, such as 27-11-2026.")
@day_option("--until", help="The last day of the task.")
@click.option("--place", default="", help="Where the task is carried out.")
@click.option("--per-person/--one-letter", default=False, help="A letter for each person, or one for all (default).")
@click.option("--number", type=click.IntRange(1), help="The first letter's running number.")
@click.option("--signatory", help="The id of the official who signs (pejabat in satuan.yaml).")
@click.option("--register", "numbered", is_flag=True, help="Take the numbers from the register.")
@click.option("--reprint", type=click.IntRange(1), help="Print the letter of a number again, as it was issued.")
@click.option("--correct", type=click.IntRange(1), help="Replace the letter of a number, which stays; with --reason.")
@click.option("--reason", default="", help="Why a letter is corrected.")
@click.option("--year", type=click.IntRange(2000, 2999), help="The year of the number to reprint; this year.")
@SURE
@register_option("--register-url")
@click.option("--out", type=FOLDER, help="The folder; surat/ of the working folder.")
@click.option("--formats", default="docx,pdf", show_default=True, help="What is kept of each letter.")
@click.option("--print-run", type=FILE, help="One PDF of all letters with their copies, for the printer.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that make letters."
)
@click.option("--scheduler", help="dask://host:port of a cluster that makes the letters.")
@click.option("--many", is_flag=True, help="More than 1,000 letters are meant.")
@reported
@owner_only()
@in_record(OrderOptions)
def order(options: OrderOptions) -> None:
    """Make task orders (surat perintah tugas) for the people of a roster.

    SPEC is the SOP, with --activity, --roster and --date; or an order file under spec/surat-perintah/.
    """
    if options.reprint:
        _reprint(options, options.reprint)
        return
    run = prepare(
        RunRequest(
            order=_order(options),
            out=options.out,
            formats=kept_formats(options.formats),
            numbered=options.numbered,
            correct=options.correct,
            reason=options.reason,
            url=options.url,
            print_run=options.print_run,
            workers=options.workers,
            scheduler=options.scheduler,
            many=options.many,
        )
    )
    for note in run.notes:
        click.echo(note, err=True)
    ask_doubts(run.doubts, sure=options.sure)
    _carry_out(run)


def _reprint(options: OrderOptions, number: int) -> None:
    """Print a letter again; the register says all of it, so that no other option of an order goes with it."""
    if any([options.activity, options.roster, options.day, options.number, options.numbered, options.correct]):
        raise click.UsageError(say("--reprint N stands alone: the register says what the letter is"))
    asked = ReprintRequest(options.spec, number, options.year, options.url, options.out, options.print_run)
    for path in [*reprint(asked).paths, *filter(None, [options.print_run])]:
        tell_made(path)


def _order(options: OrderOptions) -> OrderRequest:
    """Return what is to be ordered; an order file stands alone, a spec needs activity, roster and date."""
    activity, roster, day = options.activity, options.roster, options.day
    if activity and roster and day:
        return OrderRequest(
            spec=options.spec,
            activity=activity,
            roster=roster,
            day=day,
            sheet=options.sheet,
            until=options.until,
            place=options.place,
            per_person=options.per_person,
            number=options.number,
            signatory=options.signatory,
        )
    _refuse_ignored()
    asked = from_file(options.spec)
    return replace(asked, sheet=options.sheet or asked.sheet)


def _refuse_ignored() -> None:
    """Refuse the options that an order file, or a spec without them all, leaves without effect."""
    context = click.get_current_context()
    given = [
        option
        for option in context.command.params
        if option.name in OF_THE_SPEC
        and context.get_parameter_source(str(option.name)) is not ParameterSource.DEFAULT
    ]
    if given:
        names = ", ".join(_typed(option, context.params[str(option.name)]) for option in given)
        what = say("{names}: nothing of it counts with an order file, which says it itself", names=names)
        fix = say("leave it out; or give the SOP, with --activity, --roster and --date")
        raise click.UsageError(with_fix(what, fix))


def _typed(option: click.Parameter, value: object) -> str:
    """Return the option's name as it was typed; of a pair, the one for the value."""
    return (option.opts if value or not option.secondary_opts else option.secondary_opts)[0]


def _carry_out(run: Run) -> None:
    with click.progressbar(carry_out(run), length=len(run.ones), file=sys.stderr) as progress:
        for made in progress:
            for path in made.paths:
                tell_made(path)
    if run.print_run:
        tell_made(run.print_run)
    click.echo(say("{letters} for {people}", letters=_letters(len(run.ones)), people=_people(run.people)))


def _letters(count: int) -> str:
    return say("1 letter") if count == 1 else say("{count} letters", count=count)


def _people(count: int) -> str:
    return say("1 person") if count == 1 else say("{count} people", count=count)
