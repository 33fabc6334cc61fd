"""The command that makes task orders from a roster."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from sopgen.cli_register import DEFAULT
from sopgen.messages import say
from sopgen.reporting import known_activity, reported

FILE = click.Path(path_type=Path, dir_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("spec", type=FILE)
@click.option("--activity", required=True, help="The activity's id (A, B, ...).")
@click.option("--roster", type=FILE, required=True, help="CSV or XLSX with Nama, Pangkat, NRP, Jabatan, Ket.")
@click.option("--date", "day", type=DAY, required=True, help="The orders' date, YYYY-MM-DD.")
@click.option("--until", type=DAY, help="The last day of the task.")
@click.option("--place", default="", help="Where the task is carried out.")
@click.option("--per-person/--one-letter", default=False, help="A letter for each person, or one for all (default).")
@click.option("--number", type=click.IntRange(1), help="The first letter's running number.")
@click.option("--register", "numbered", is_flag=True, help="Take the numbers from the register.")
@click.option("--register-url", "url", envvar="SOPGEN_REGISTER", default=DEFAULT, show_default=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("surat"), show_default=True)
@click.option("--formats", default="docx,pdf", show_default=True, help="What is kept of each letter.")
@click.option("--print-run", type=FILE, help="One PDF of all letters with their copies, for the printer.")
@reported
def order(
    spec: Path,
    activity: str,
    roster: Path,
    day: datetime,
    until: datetime | None,
    place: str,
    per_person: bool,
    number: int | None,
    numbered: bool,
    url: str,
    out: Path,
    formats: str,
    print_run: Path | None,
) -> None:
    """Make task orders (surat perintah tugas) for the people of a roster."""
    from sopgen.build import printer_pdf
    from sopgen.issue import Desk, by_hand, by_register, issue, letters
    from sopgen.publish import write_file
    from sopgen.register.store import open_register

    if number and numbered:
        raise click.UsageError(say("--number and --register exclude each other"))
    kept = _formats(formats)
    work, deployment = _deployment(spec, activity, roster, (day.date(), until.date() if until else None, place))
    register = open_register(url) if numbered else None
    if register:
        _warn_of_same_day(register, deployment)
    desk = Desk(out, kept, by_register(work, register) if register else by_hand(work, number), register)
    ones = letters(deployment, per_person=per_person)
    with click.progressbar(issue(work, ones, desk), length=len(ones), file=sys.stderr) as progress:
        made = list(progress)
    for path in [path for one in made for path in one.paths]:
        click.echo(say("made {folder}", folder=path))
    if print_run:
        run = [(one.title, one.contents["pdf"]) for one in made]
        write_file(print_run, printer_pdf(work, run, deployment.day))
        click.echo(say("made {folder}", folder=print_run))
    people = len(deployment.people)
    click.echo(say("{letters} letters for {people} people", letters=len(made), people=people))


def _formats(words: str) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(word.strip() for word in words.split(",")))
    if not set(kept) <= {"docx", "pdf"}:
        raise click.UsageError(say("--formats takes docx, pdf or both"))
    return kept


def _deployment(spec: Path, activity: str, roster: Path, task: tuple[date, date | None, str]) -> tuple[Any, Any]:
    """Return the edition at work and the deployment, all checked; nothing is written yet."""
    from sopgen.build import Work
    from sopgen.check import checked
    from sopgen.issue import Deployment, refuse_wrong
    from sopgen.read.roster import load_roster
    from sopgen.workspace import templates

    work = Work(checked(spec), templates(spec))
    (found,) = work.activities(known_activity(work, activity))
    deployment = Deployment(found, load_roster(roster), *task)
    refuse_wrong(work, deployment)
    return work, deployment


def _warn_of_same_day(register: Any, deployment: Any) -> None:
    people = [person.number or person.name for person in deployment.people]
    for person, entry in register.same_day(people, deployment.day):
        warning = say("warning: {person} has order {text} on that day already", person=person, text=entry.text)
        click.echo(warning, err=True)
