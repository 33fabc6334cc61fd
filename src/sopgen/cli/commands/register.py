"""The commands of the number register."""

from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, register_option, tell_made
from sopgen.files import owner_only, write_file
from sopgen.jobs.letters.numbers import reserved
from sopgen.messages import say
from sopgen.register.agenda import to_xlsx
from sopgen.register.store import NumberEntry, open_register

ADDRESS = register_option("--register", help="The database's address.")
YEAR = click.option("--year", type=click.IntRange(2000, 2999), required=True)


@click.group()
def register() -> None:
    """Keep the numbers of letters: list, show, void, reserve, gaps, export."""


def _line(entry: NumberEntry) -> str:
    rest = " ".join(filter(None, [entry.subject, entry.reason and f"({entry.reason})"]))
    return f"{entry.text:<36} {entry.day or '-':<12} {entry.state.value:<12} {rest}".rstrip()


@register.command("list")
@click.option("--year", type=click.IntRange(2000, 2999))
@ADDRESS
@reported
def list_(year: int | None, url: str) -> None:
    """List the numbers of a year, or all."""
    for entry in open_register(url).entries(year):
        click.echo(_line(entry))


@register.command()
@click.argument("number", type=click.IntRange(1))
@YEAR
@ADDRESS
@reported
def show(number: int, year: int, url: str) -> None:
    """Show what a number was given for."""
    entry = open_register(url).show(year, number)
    click.echo(_line(entry))
    if entry.digest:
        click.echo(f"SHA-256 {entry.digest}")


@register.command()
@click.argument("number", type=click.IntRange(1))
@YEAR
@click.option("--reason", required=True)
@ADDRESS
@reported
def void(number: int, year: int, reason: str, url: str) -> None:
    """Void a number; it is never given again."""
    click.echo(_line(open_register(url).void(year, number, reason)))


@register.command()
@click.argument("spec", type=FILE)
@click.option("--count", type=click.IntRange(1, 1000), required=True)
@click.option("--purpose", required=True, help="What the numbers are kept for.")
@YEAR
@ADDRESS
@reported
def reserve(spec: Path, count: int, purpose: str, year: int, url: str) -> None:
    """Reserve a block of numbers for blank forms; the unit of SPEC says what they look like."""
    for entry in reserved(spec, url, year=year, amount=count, purpose=purpose):
        click.echo(_line(entry))


@register.command()
@YEAR
@ADDRESS
@reported
def gaps(year: int, url: str) -> None:
    """Name the numbers that have no letter."""
    found = open_register(url).gaps(year)
    for number, entry in found:
        click.echo(_line(entry) if entry else say("{number}: missing in the register", number=number))
    click.echo(say("{count} numbers of {year} have no letter", count=len(found), year=year))


@register.command()
@click.option("--year", type=click.IntRange(2000, 2999))
@click.option("--out", type=FILE, default=Path("agenda.xlsx"), show_default=True)
@ADDRESS
@reported
@owner_only()
def export(year: int | None, out: Path, url: str) -> None:
    """Write the agenda book as XLSX."""
    write_file(out, to_xlsx(open_register(url).entries(year)))
    tell_made(out)
