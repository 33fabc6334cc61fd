"""The command that shows where all editions stand, and what is due."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, day_option, in_record, tell_made
from sopgen.errors import SpecError
from sopgen.files import write_file
from sopgen.jobs.life.calendar import calendar
from sopgen.jobs.life.overview import EditionState, as_data, look_over
from sopgen.messages import say
from sopgen.model.life.state import Life


@dataclass(frozen=True)
class StatusOptions:
    """What `status` takes."""

    specs: tuple[Path, ...]
    fmt: str
    day: date | None
    ics: Path | None
    check: bool
    approved: bool
    in_force: bool


@click.command()
@click.argument("specs", nargs=-1, type=FILE, metavar="[SPEC]...")
@click.option("--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True)
@day_option("--date", "day", help="The day to look from, such as 27-11-2026; today by default.")
@click.option("--ics", type=FILE, help="Write what is due into a calendar file.")
@click.option("--check", is_flag=True, help="Fail where an approval holds no more.")
@click.option("--approved", is_flag=True, help="Only the files of the editions that are approved as they stand.")
@click.option("--in-force", is_flag=True, help="Only the names of the editions that were signed and are in force.")
@reported
@in_record(StatusOptions)
def status(options: StatusOptions) -> None:
    """Show where the editions stand, by whose approval, and when they are to be monitored and evaluated."""
    found = look_over(options.specs)
    today = options.day or date.today()
    if options.approved or options.in_force:
        for name in found.approved if options.approved else found.in_force(today):
            click.echo(name)
    elif options.fmt == "json":
        rows = [as_data(one, today) for one in found.standings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print_table(found.standings, today)
    if options.ics:
        write_file(options.ics, calendar(found.standings))
        tell_made(options.ics, err=True)
    faults = [*found.faults, *(found.voided if options.check else ())]
    if faults:
        raise SpecError(faults)


def _print_table(standings: Sequence[EditionState], today: date) -> None:
    for one in standings:
        click.echo(f"{one.sop.name:<24} {one.sop.status.value}")
        for line in _lines(one, today):
            click.echo(f"    {line}")


def _lines(one: EditionState, today: date) -> Iterator[str]:
    life = one.life
    if not one.recorded:
        yield say("no approval is recorded")
    if life.approval:
        by = life.approval.oleh
        yield say("by {name}, {post}, on {date}", name=by.nama, post=by.jabatan, date=life.approval.tanggal)
    if life.voided:
        gone = life.voided
        state, name = gone.keadaan.value, gone.oleh.nama
        yield say(
            '"{state}" of {date} by {name} holds no more, changed since: {parts}',
            state=state,
            date=gone.tanggal,
            name=name,
            parts=life.changes,
        )
    for due in one.due:
        late = say("overdue") if due.overdue(today) else ""
        yield f"{due.look.value:<11} {due.day} {late}".rstrip()
    yield from _doubts(life)
    if one.next and one.next.day <= today:
        yield say("ended on {day}, when {sop} took effect", day=one.next.day, sop=one.next.name)
    elif one.next:
        yield say("ends on {day}, when {sop} takes effect", day=one.next.day, sop=one.next.name)


def _doubts(life: Life) -> Iterator[str]:
    if life.unsigned:
        yield say("berlaku in the record only: it has no signature of who approves the SOP")
    if life.unproven:
        yield say("not proven: the scan of its signed original is not registered")
