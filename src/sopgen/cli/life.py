"""The commands for the life of an edition: approve it, write down how it is carried out, see where all stand."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import click

from sopgen.cli.exits import reported
from sopgen.errors import Problem, SpecError
from sopgen.messages import say

SPEC = click.Path(path_type=Path, dir_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])
STATES: Final = ["ditinjau", "siap_ditandatangani", "berlaku", "dicabut"]
MOST_WORDS: Final = 4000
WHO: Final = ("name", "rank", "nrp", "post")


def _nrp(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[0-9]{8}", value):
        raise click.BadParameter(say("an NRP has 8 digits"))
    return value


def _words(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return the words without blanks around them; None where there are none."""
    words = (value or "").strip()
    if len(words) > MOST_WORDS:
        raise click.BadParameter(say("the text is too long"))
    return words or None


def _past(_: click.Context, __: click.Parameter, value: datetime) -> datetime:
    """Refuse a day to come: it would keep what is overdue out of sight, and later events out of the record."""
    if value.date() > date.today():
        raise click.BadParameter(say("{day} lies in the future", day=value.date()))
    return value


def by_whom(command: Any) -> Any:
    """Add the options that say who decided, and when."""
    options = [
        click.option("--by", help="Who: pengesah, penandatangan, or an id of pejabat in satuan.yaml."),
        click.option("--name", callback=_words, help="Or by hand: the official's name,"),
        click.option("--rank", callback=_words, help="rank,"),
        click.option("--nrp", callback=_nrp, help="NRP (8 digits),"),
        click.option("--post", callback=_words, help="and post."),
        click.option("--date", "day", type=DAY, callback=_past, required=True, help="The day of it, YYYY-MM-DD."),
        click.option("--note", callback=_words, help="Why, or what must be known of it."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("spec", type=SPEC)
@click.option(
    "--to", "state", type=click.Choice(STATES), required=True, help="The state that the edition is to have."
)
@click.option("--decision", type=click.Choice(["setuju", "tolak"]), default="setuju", show_default=True)
@by_whom
@reported
def approve(spec: Path, state: str, decision: str, day: datetime, note: str | None, **who: str | None) -> None:
    """Write into the record of an edition who reviewed, approved, enforced or revoked it, and when."""
    from sopgen.jobs.life.approve import Transition, record_file, replaced
    from sopgen.jobs.life.approve import approve as write
    from sopgen.model.life.record import Decision
    from sopgen.model.sop import Status
    from sopgen.read.load import load_edition

    edition = load_edition(spec)
    event = write(edition, Transition(Status(state), _officer(edition, who), day.date(), Decision(decision), note))
    now = load_edition(spec)
    former, state = edition.sop.status.value, now.sop.status.value
    click.echo(
        say(
            "{sop}: {former} -> {state} ({file})", sop=now.sop.name, former=former, state=state, file=record_file(now)
        )
    )
    click.echo(say("digest {digest}", digest=event.sidik))
    for older in replaced(now):
        command = f"sopgen approve {older.path.as_posix()} --to dicabut ..."
        click.echo(say("{sop} is still in force. fix: revoke it: {command}", sop=older.sop.name, command=command))


@click.command()
@click.argument("spec", type=SPEC)
@click.option("--kind", type=click.Choice(["monitoring", "evaluasi"]), required=True)
@click.option("--result", type=click.Choice(["berjalan_baik", "tidak_berjalan_baik"]), required=True)
@click.option("--action", callback=_words, help="What is to be done about it.")
@by_whom
@reported
def record(
    spec: Path, kind: str, result: str, action: str | None, day: datetime, note: str | None, **who: Any
) -> None:
    """Write down a monitoring or an evaluation that took place (Permenpan RB 35/2012, annex, table 7)."""
    from sopgen.jobs.life.monitor import write_down
    from sopgen.model.life.record import Monitoring, Outcome, Review
    from sopgen.model.life.schedule import dues
    from sopgen.read.load import load_edition

    edition = load_edition(spec)
    by = _officer(edition, who)
    seen = Monitoring(
        jenis=Review(kind), tanggal=day.date(), oleh=by, hasil=Outcome(result), catatan=note, tindakan=action
    )
    click.echo(say("made {folder}", folder=write_down(edition, seen)))
    now = load_edition(spec)
    for due in dues(now.sop, now.record.file if now.record else None):
        click.echo(say("next {look}: {day}", look=due.look.value, day=due.day))


def _officer(edition: Any, who: dict[str, str | None]) -> Any:
    """Return the official; raise UsageError where it is not said, or said twice, who it is."""
    from sopgen.jobs.life.officials import officer_of
    from sopgen.model.life.record import Officer

    by, told = who["by"], [who[key] for key in WHO]
    if by and any(told):
        raise click.UsageError(say("--by and --name, --rank, --nrp, --post exclude each other"))
    if by:
        return officer_of(edition, by)
    missing = [f"--{key}" for key, value in zip(WHO, told, strict=True) if not value]
    if missing:
        raise click.UsageError(say("say who: --by ID, or {missing} too", missing=", ".join(missing)))
    nama, pangkat, nrp, jabatan = told
    return Officer(nama=nama or "", pangkat=pangkat or "", nrp=nrp or "", jabatan=jabatan or "")


@click.command()
@click.argument("specs", nargs=-1, type=SPEC, metavar="[SPEC]...")
@click.option("--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--date", "day", type=DAY, help="The day to look from, YYYY-MM-DD; today by default.")
@click.option("--ics", type=SPEC, help="Write what is due into a calendar file.")
@click.option("--check", is_flag=True, help="Fail where an approval holds no more.")
@click.option("--approved", is_flag=True, help="Only the files of the editions that are approved as they stand.")
@reported
def status(
    specs: tuple[Path, ...], fmt: str, day: datetime | None, ics: Path | None, check: bool, approved: bool
) -> None:
    """Show where the editions stand, by whose approval, and when they are to be monitored and evaluated."""
    from sopgen.files import write_file
    from sopgen.jobs.life.calendar import calendar
    from sopgen.jobs.life.overview import overview

    found, faults = _editions(specs)
    standings = overview(found)
    today = day.date() if day else date.today()
    if approved:
        _print_approved(standings)
    elif fmt == "json":
        click.echo(json.dumps([_plain(one, today) for one in standings], ensure_ascii=False, indent=2))
    else:
        _print_table(standings, today)
    if ics:
        write_file(ics, calendar(standings))
        click.echo(say("made {folder}", folder=ics), err=True)
    # Where an edition can not be read, its record only seems to have none.
    if not specs and not faults:
        faults += _lost(found)
    if check:
        faults += _voided(found)
    if faults:
        raise SpecError(faults)


def _editions(specs: tuple[Path, ...]) -> tuple[list[Any], list[Problem]]:
    """Return the editions that can be read, and the faults of the others."""
    from sopgen.read.load import load_edition
    from sopgen.workspace import editions

    found, faults = [], []
    for path in editions(specs):
        try:
            found.append(load_edition(path))
        except SpecError as error:
            faults += error.problems
    return found, faults


def _voided(found: list[Any]) -> list[Problem]:
    from sopgen.jobs.check import voided

    return [problem for edition in found for problem in voided(edition)]


def _lost(found: list[Any]) -> Iterator[Problem]:
    """Yield the records that no edition has: its id was changed, and its approvals with it."""
    known = {edition.sop.name.casefold() for edition in found}
    for path in sorted(Path("spec", "pengesahan").glob("*.yaml")):
        if path.stem.casefold() not in known:
            what = say("no edition has this record")
            fix = say("give the edition its former id and edition, or delete the record")
            yield Problem(path.as_posix(), 1, 1, "PS11", what, fix)


def _print_approved(standings: Any) -> None:
    for one in standings:
        if one.life.released:
            click.echo(one.path)


def _print_table(standings: Any, today: date) -> None:
    for one in standings:
        click.echo(f"{one.sop.name:<24} {one.sop.status.value}")
        for line in _lines(one, today):
            click.echo(f"    {line}")


def _lines(one: Any, today: date) -> Iterator[str]:
    life = one.life
    if not one.recorded:
        yield say("as its spec says; no approval is recorded")
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
        late = say("overdue") if due.day < today else ""
        yield f"{due.look.value:<11} {due.day} {late}".rstrip()
    if one.replaced_by:
        yield say("{sop} is in force too: revoke this one", sop=one.replaced_by)


def _plain(one: Any, today: date) -> dict[str, object]:
    life = one.life
    return {
        "sop": one.sop.id,
        "edition": one.sop.edisi,
        "file": one.path,
        "state": one.sop.status.value,
        "recorded": one.recorded,
        "approved_as_it_stands": life.released,
        "approval": _event(life.approval),
        "voided": _event(life.voided),
        "changed": list(life.changed),
        "due": [{"kind": due.look.value, "date": due.day.isoformat(), "overdue": due.day < today} for due in one.due],
        "replaced_by": one.replaced_by or None,
    }


def _event(event: Any) -> Any:
    return event.model_dump(mode="json", exclude={"bagian"}) if event else None
