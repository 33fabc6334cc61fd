"""The command that makes task orders from a roster."""

from datetime import datetime
from pathlib import Path

import click

from sopgen.cli_register import DEFAULT
from sopgen.messages import say
from sopgen.reporting import reported

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
) -> None:
    """Make task orders (surat perintah tugas) for the people of a roster."""
    from sopgen.build import Work
    from sopgen.check import checked
    from sopgen.issue import Deployment, by_hand, by_register, issue, letters, refuse_wrong
    from sopgen.read.roster import load_roster
    from sopgen.register.store import open_register
    from sopgen.workspace import templates

    if number and numbered:
        raise click.UsageError(say("--number and --register exclude each other"))
    work = Work(checked(spec), templates(spec))
    found = work.activities(activity)
    if not found:
        known = ", ".join(one.id for one in work.activities())
        raise click.UsageError(say('activity "{id}" is not known; known: {known}', id=activity, known=known))
    last = until.date() if until else None
    deployment = Deployment(found[0], load_roster(roster), day.date(), last, place)
    refuse_wrong(work, deployment)
    register = open_register(url) if numbered else None
    source = by_register(work, register) if register else by_hand(work, number)
    if register:
        for person, entry in register.same_day([p.number or p.name for p in deployment.people], deployment.day):
            click.echo(
                say("warning: {person} has order {text} on that day already", person=person, text=entry.text),
                err=True,
            )
    for path in issue(work, letters(deployment, per_person=per_person), out, source, register):
        click.echo(say("made {folder}", folder=path))
