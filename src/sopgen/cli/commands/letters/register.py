"""The commands of the number register."""

from datetime import date
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, FOLDER, SURE, ask, ask_doubts, day_option, register_option, tell_made
from sopgen.errors import VerificationFailed, WrongUsage, with_fix
from sopgen.files import owner_only, write_file
from sopgen.jobs.register.begin import begun, reserved
from sopgen.jobs.register.compare import differences
from sopgen.jobs.register.folder import address, letters_folder, office_here, opened, viewed
from sopgen.jobs.register.purge import purge as forget
from sopgen.jobs.register.recover import planned
from sopgen.jobs.register.recover import recover as recovered
from sopgen.messages import say
from sopgen.register.agenda import to_xlsx
from sopgen.register.entry import FormerLetter, NumberEntry
from sopgen.register.opening import rename as renamed
from sopgen.register.upgrade import upgrade as upgraded

ADDRESS = register_option("--register")
NUMBER = click.argument("number", type=click.IntRange(1))
YEARS = click.IntRange(2000, 2999)
YEAR = click.option("--year", type=YEARS, required=True)


@click.group()
def register() -> None:
    """Keep the numbers of letters: one register an office, in register/ of its working folder."""


def _line(entry: NumberEntry) -> str:
    rest = "; ".join(filter(None, [entry.to, entry.subject, entry.reason and f"({entry.reason})"]))
    return f"{entry.text:<36} {entry.day or '-'!s:<12} {entry.state.value:<12} {rest}".rstrip()


@register.command()
@click.option("--start", type=click.IntRange(1), required=True, help="The next number of your book.")
@click.option("--year", type=YEARS, help="The year whose numbers begin; this year.")
@ADDRESS
@reported
def begin(start: int, year: int | None, url: str | None) -> None:
    """Begin the register of this working folder's office, or a further year of it."""
    made = begun(url, first=start, year=year)
    click.echo(say("the register of {office} gives number {number} next", office=made.office.name, number=start))


@register.command("list")
@click.option("--year", type=YEARS)
@ADDRESS
@reported
def list_(year: int | None, url: str | None) -> None:
    """List the numbers of a year, or all."""
    for entry in viewed(url).entries(year):
        click.echo(_line(entry))


@register.command()
@NUMBER
@YEAR
@ADDRESS
@reported
def show(number: int, year: int, url: str | None) -> None:
    """Show what a number was given for, its files, and the letters that it had before."""
    found = viewed(url)
    entry = found.show(year, number)
    click.echo(_line(entry))
    _tell_files(entry)
    for former in found.former(year, number):
        click.echo(say("version {version}, replaced: {reason}", version=former.version, reason=former.reason))
        _tell_files(former)


def _tell_files(letter: NumberEntry | FormerLetter) -> None:
    for name, digest in letter.files.items():
        click.echo(f"  SHA-256 {digest}  {name}")


@register.command()
@NUMBER
@YEAR
@click.option("--reason", required=True)
@ADDRESS
@reported
def void(number: int, year: int, reason: str, url: str | None) -> None:
    """Void a number; it is never given again."""
    entry = opened(url).void(year, number, reason)
    click.echo(_line(entry))
    if entry.files:
        click.echo(say("take its letter away: {names}", names=", ".join(entry.files)), err=True)


@register.command()
@click.argument("spec", type=FILE)
@click.option("--count", type=click.IntRange(1, 1000), required=True)
@click.option("--purpose", required=True, help="What the numbers are kept for.")
@YEAR
@ADDRESS
@reported
def reserve(spec: Path, count: int, purpose: str, year: int, url: str | None) -> None:
    """Reserve a block of numbers for blank forms (`sopgen form --reserved`); the unit of SPEC gives their look."""
    for entry in reserved(spec, url, year=year, amount=count, purpose=purpose):
        click.echo(_line(entry))


@register.command()
@YEAR
@ADDRESS
@reported
def gaps(year: int, url: str | None) -> None:
    """Name the numbers that have no letter."""
    found = viewed(url).gaps(year)
    for number, entry in found:
        click.echo(_line(entry) if entry else say("{number}: missing in the register", number=number))
    click.echo(say("{count} numbers of {year} have no letter", count=len(found), year=year))


@register.command()
@click.argument("folders", type=FOLDER, nargs=-1, metavar="[FOLDER]...")
@ADDRESS
@reported
def verify(folders: tuple[Path, ...], url: str | None) -> None:
    """Compare the register with the letters in surat/, or in other folders."""
    found = differences(viewed(url), folders or [letters_folder()])
    for line in found:
        click.echo(line)
    if found:
        raise VerificationFailed(say("the register and the letters differ in {count} places", count=len(found)))
    click.echo(say("the register and the letters agree"))


@register.command()
@click.argument("folders", type=FOLDER, nargs=-1, metavar="[FOLDER]...")
@click.option("--year", type=YEARS, help="With --last: the year of the last number of your book.")
@click.option("--last", type=click.IntRange(1), help="The last number that your book knows, where letters are lost.")
@click.option("--key", type=FILE, help="The unit's public key (.pub) that the letters' codes are checked with.")
@SURE
@ADDRESS
@reported
def recover(
    folders: tuple[Path, ...], year: int | None, last: int | None, key: Path | None, sure: bool, url: str | None
) -> None:
    """Rebuild a lost or damaged register from the letters in surat/, or in other folders."""
    if (year is None) != (last is None):
        raise WrongUsage(with_fix(say("--year and --last go together"), say("give both, or neither")))
    found = planned(url, folders, key)
    ask_doubts(found.doubts, sure=sure)
    made = recovered(found, (year, last) if year and last else None)
    if made.aside:
        click.echo(say("the damaged register is kept: {path}", path=made.aside), err=True)
    click.echo(say("{count} letters were entered", count=len(found.letters)))
    for one in made.years:
        _, highest = made.register.span(one) or (1, 0)
        click.echo(say("{year}: the next number is {number}", year=one, number=highest + 1))
    note = say(
        "voided and reserved numbers are not seen from letters: void them again; --last if your book knows more"
    )
    click.echo(note, err=True)


@register.command()
@ADDRESS
@reported
def upgrade(url: str | None) -> None:
    """Bring the register of an earlier sopgen to the form of this one; a copy of the former is kept."""
    copy = upgraded(address(url), office_here())
    click.echo(say("the register has the form of this sopgen; its former one is kept: {path}", path=copy))


@register.command()
@click.option("--from", "former", required=True, metavar="NAME", help="The office's name that the register knows.")
@ADDRESS
@reported
def rename(former: str, url: str | None) -> None:
    """Have the numbers of an office go on under the name that spec/satuan.yaml gives it now."""
    made = renamed(address(url), former, office_here())
    click.echo(say("the register is of {office} now", office=made.office.name))


@register.command()
@day_option("--before", required=True, help="People of letters dated before this day, such as 27-11-2026.")
@SURE
@ADDRESS
@reported
def purge(before: date, sure: bool, url: str | None) -> None:
    """Forget whom old letters ordered, after the term of simpan_personel; numbers and subjects stay."""
    ask([say("people of letters before {day} are forgotten for ever", day=before)], sure=sure)
    count = forget(url, before)
    click.echo(say("the people of {count} letters are forgotten; their files are yours to delete", count=count))


@register.command()
@click.option("--year", type=YEARS)
@click.option("--out", type=FILE, default=Path("agenda.xlsx"), show_default=True)
@ADDRESS
@reported
@owner_only()
def export(year: int | None, out: Path, url: str | None) -> None:
    """Write the agenda book as XLSX, set up to be printed."""
    found = viewed(url)
    write_file(out, to_xlsx(found.entries(year), found.office.name))
    tell_made(out)
