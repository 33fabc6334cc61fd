"""The command `sopgen peraturan`: what is typed and printed."""

import sys
from dataclasses import dataclass
from datetime import date
from typing import get_args

import click

from sopgen.cli.exits import reported
from sopgen.cli.findings import as_text
from sopgen.cli.options import day_option, in_record
from sopgen.errors import SopgenError
from sopgen.jobs.laws.add import NewLaw, listed
from sopgen.jobs.laws.check import table_problems
from sopgen.jobs.laws.facts import facts
from sopgen.jobs.laws.table import OWN, LawTable, law_named, looked_up, opened
from sopgen.messages import say
from sopgen.model.law.regulation import Regulation, Standing, Sureness

STANDINGS = click.Choice([one.value for one in Standing])


@click.group()
def peraturan() -> None:
    """Keep the laws that SOPs and letters cite, spec/peraturan.yaml: list, cari, show, add, check."""


def _line(law: Regulation, table: LawTable) -> str:
    gone = f" ({law.since}; {table.laws.successor(law, None)})" if law.status is Standing.REVOKED else ""
    return f"{law.id:<22} {law.status.value:<16} {law.name}{gone}"


@peraturan.command("list")
@click.option("--status", "standing", type=STANDINGS, help="Only the laws of this standing.")
@reported
def list_(standing: str | None) -> None:
    """List the laws: id, standing, official name; of revoked ones since when, and what replaced them."""
    table = opened()
    for law in table.laws.known:
        if standing in (None, law.status.value):
            click.echo(_line(law, table))


@peraturan.command()
@click.argument("words", nargs=-1, required=True)
@reported
def cari(words: tuple[str, ...]) -> None:
    """Find laws by number, year or words: `cari 2 2002`, `cari polmas`, `cari Perkap 3/2015`."""
    table = opened()
    found = list(looked_up(table, " ".join(words)))
    for law in found:
        click.echo(_line(law, table))
    if not found:
        raise SopgenError(say('no law has "{words}". fix: add it with `sopgen peraturan add`', words=" ".join(words)))


@peraturan.command()
@click.argument("law", metavar="ID|CITATION")
@day_option("--date", "day", help="The day of which the law is asked; today.")
@reported
def show(law: str, day: date | None) -> None:
    """Show what is known of a law, and how a document of a day cites it."""
    table, day = opened(), day or date.today()
    found = law_named(table, law)
    for name, value in facts(table, found, day):
        click.echo(f"{name}: {value}")


@dataclass(frozen=True)
class AddOptions:
    """What `peraturan add` takes."""

    cited: str
    title: str | None
    day: date | None
    standing: str
    since: date | None
    replaced_by: str | None
    amends: str | None
    source: str | None
    sure: Sureness | None
    note: str | None


@peraturan.command()
@click.argument("cited", metavar="CITATION")
@click.option("--title", help="What stands after tentang, word for word.")
@day_option("--day", "day", help="The day on which it was given.")
@click.option("--status", "standing", type=STANDINGS, default=Standing.UNKNOWN.value, show_default=True)
@day_option("--since", "since", help="The day from which it is revoked, or from which it amends.")
@click.option("--replaced-by", metavar="CITATION", help="What replaced it.")
@click.option("--amends", metavar="ID|CITATION", help="The law that it amends, which is cited with it from then on.")
@click.option("--source", help="From where that is known.")
@click.option(
    "--sure", type=click.Choice(get_args(Sureness)), help="A read in the text, B second-hand, M from memory."
)
@click.option("--note", help="A remark.")
@reported
@in_record(AddOptions)
def add(options: AddOptions) -> None:
    """Add a law; what is missing is asked for. No YAML is typed."""
    new = NewLaw(
        options.cited,
        options.source or _asked(say("From where is it known?")),
        options.sure or _asked_sure(),
        options.title,
        options.day,
        Standing(options.standing),
        options.since,
        options.replaced_by,
        options.amends,
        options.note,
    )
    name = listed(new)
    click.echo(say('"{id}" is added to {file}', id=name, file=OWN.as_posix()))


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise SopgenError(say("a law is listed with its source. fix: --source TEXT --sure A|B|M"))
    return str(click.prompt(question))


def _asked_sure() -> Sureness:
    answer = _asked(say("How sure (A read in the text, B second-hand, M from memory)?")).strip().upper()
    found = next((one for one in get_args(Sureness) if one == answer), None)
    if found is None:
        raise SopgenError(say("a law is listed with its source. fix: --source TEXT --sure A|B|M"))
    sure: Sureness = found
    return sure


@peraturan.command()
@reported
def check() -> None:
    """Check the table: what can not be, and what is still to be looked up."""
    found = table_problems(opened())
    click.echo(as_text(found))
    if any(one.severity == "error" for one in found):
        sys.exit(1)
