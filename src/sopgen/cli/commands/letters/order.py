"""The command that makes task orders from a roster."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from sopgen.cli.exits import reported
from sopgen.cli.letter_options import LetterOptions, asked_letters, letter_options
from sopgen.cli.options import (
    FILE,
    FOLDER,
    SURE,
    activity_option,
    ask_doubts,
    handed,
    in_record,
    numbered_option,
    register_option,
    tell_made,
)
from sopgen.errors import with_fix
from sopgen.files import owner_only
from sopgen.jobs.letters.request import OrderRequest, from_file, is_sop
from sopgen.jobs.letters.run import Paper, Run, RunRequest, carry_out, kept_formats, prepare
from sopgen.jobs.register.reprint import ReprintRequest, reprint
from sopgen.messages import say

# What an order file says itself.
OF_THE_SPEC: Final = frozenset(
    [
        *("activity", "roster", "day", "until", "hours", "place", "duties", "per_person", "number", "signatory"),
        *("kka", "keep_order", "without_civilians"),
    ],
)


@dataclass(frozen=True)
class OrderOptions(LetterOptions):
    """What `order` takes."""

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
    sides: str | None
    copies: int | None
    workers: int
    scheduler: str | None
    many: bool


@click.command()
@click.argument("spec", type=FILE)
@activity_option("The activity's id (A, B, ...).")
@letter_options
@numbered_option("Take the numbers from the register.")
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
    "--sides",
    type=click.Choice(["one", "two"]),
    help="Sides of a sheet that the print run is for; two (the default): odd letters get an empty back.",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 99),
    help="Prints of each letter in the print run: 1 the original, 2 also the office's own, then those for others.",
)
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
        handed(
            RunRequest,
            options,
            order=_order(options),
            formats=kept_formats(options.formats),
            paper=_paper(options),
        )
    )
    for note in run.notes:
        click.echo(note, err=True)
    ask_doubts(run.doubts, sure=options.sure)
    _carry_out(run)


def _paper(options: OrderOptions) -> Paper:
    if (options.sides or options.copies) and options.print_run is None:
        raise click.UsageError(
            with_fix(
                say("--sides and --copies go with --print-run"), say("add {option}", option="--print-run cetak.pdf")
            )
        )
    return Paper(options.sides != "one", options.copies)


def _reprint(options: OrderOptions, number: int) -> None:
    """Print a letter again; the register says all of it, so that no other option of an order goes with it."""
    if any([options.activity, options.roster, options.day, options.number, options.numbered, options.correct]):
        what = say("--reprint N stands alone, since the register says what the letter is")
        raise click.UsageError(with_fix(what, say("leave the other options out")))
    asked = ReprintRequest(
        options.spec, number, options.year, options.url, options.out, options.print_run, _paper(options)
    )
    for path in [*reprint(asked).paths, *filter(None, [options.print_run])]:
        tell_made(path)


def _order(options: OrderOptions) -> OrderRequest:
    """Return what is to be ordered; an order file stands alone, a spec needs activity, roster and date."""
    if letters := asked_letters(options):
        return letters
    if options.spec.is_file():  # else that is what is wrong
        _refuse_half(options)
        _refuse_ignored()
    asked = from_file(options.spec)
    return replace(asked, sheet=options.sheet or asked.sheet)


def _refuse_half(options: OrderOptions) -> None:
    """Refuse an SOP with some of what its order needs."""
    needed = {"--activity": options.activity, "--roster": options.roster, "--date": options.day}
    missing = [name for name, value in needed.items() if value is None]
    if len(missing) < len(needed) and is_sop(options.spec):
        what = say(
            "an SOP is ordered with --activity, --roster and --date; missing: {names}", names=", ".join(missing)
        )
        raise click.UsageError(with_fix(what, say("add {option}", option=" ".join(missing))))


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
