"""The command `sopgen check`: what is typed and what is printed."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.findings import FORMATS
from sopgen.cli.options import FILE, day_option, in_record
from sopgen.cli.rule_pages import on_terminal
from sopgen.jobs.check_folder import CheckRequest, fails
from sopgen.jobs.check_folder import check as problems_of
from sopgen.lint.pages.all import page_named


@dataclass(frozen=True)
class CheckOptions:
    """What `check` takes."""

    specs: tuple[Path, ...]
    strict: bool
    open_drafts: bool
    fmt: str
    explain: str | None
    day: date | None
    personal: bool
    whole: bool


@click.command()
@click.argument("specs", nargs=-1, type=FILE, metavar="[SPEC]...")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--open-drafts", is_flag=True, help="Warn only of what merely keeps a draft from approval.")
@click.option("--format", "fmt", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--explain", metavar="CODE", help="Show what a code means, and nothing else.")
@day_option("--date", "day", help="The day of the check; today.")
@click.option("--personal-data", "personal", is_flag=True, help="Look for NRP, NIP, NIK, telephones in any files.")
@click.option("--all", "whole", is_flag=True, help="Each finding of editions printed as issued, else one line.")
@reported
@in_record(CheckOptions)
def check(options: CheckOptions) -> None:
    """Name every fault of the specs, with its place and how to mend it.

    With --personal-data, SPEC is any file that is to be committed; only numbers of people are looked for.
    """
    if options.explain is not None:
        click.echo(on_terminal(page_named(options.explain)))
        return
    if options.personal:
        _tell_personal_data(options)
        return
    asked = CheckRequest(
        options.day or date.today(), options.specs, options.open_drafts, options.strict, options.whole
    )
    found = problems_of(asked)
    click.echo(FORMATS[options.fmt](found))
    if fails(found, asked):
        sys.exit(1)


def _tell_personal_data(options: CheckOptions) -> None:
    from sopgen.jobs.committed.personal_data import personal_data  # here, since it loads readers of PDF and sheets

    found = personal_data(options.specs)
    if found or options.fmt != "text":
        click.echo(FORMATS[options.fmt](found))
    if found:
        sys.exit(1)
