"""The commands for the life of an edition: approve it, and write down how it is carried out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, day_option, in_record, tell_made
from sopgen.errors import SpecError, WrongUsage, with_fix
from sopgen.jobs.life.approve import StepRequest, Transition, missing, record_file
from sopgen.jobs.life.approve import approve as write
from sopgen.jobs.life.monitor import ReviewRequest, answers, write_down
from sopgen.jobs.life.told import Who
from sopgen.messages import say
from sopgen.model.life.record import Decision, Outcome, Review
from sopgen.model.life.schedule import dues
from sopgen.model.life.state import FOLLOWS
from sopgen.model.life.succession import follows
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_edition, load_others

Command = TypeVar("Command", bound=Callable[..., None])
STATES: Final = [state.value for state in FOLLOWS]


def by_whom(command: Command) -> Command:
    """Add the options that say who decided, and when."""
    options = [
        click.option("--by", help="Who: pengesah, penandatangan, or an id of pejabat in satuan.yaml."),
        click.option("--name", help="Or by hand: the official's name,"),
        click.option("--rank", help="rank,"),
        click.option("--nrp", help="NRP (8 digits) or NIP (18),"),
        click.option("--post", help="and post."),
        day_option("--date", "day", required=True, help="The day of it, such as 27-11-2026."),
        click.option("--note", help="Why, or what must be known of it."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True)
class WhoOptions:
    """What says who decided, when, and why."""

    by: str | None
    name: str | None
    rank: str | None
    nrp: str | None
    post: str | None
    day: date
    note: str | None

    @property
    def who(self) -> Who:
        """Who decided, as far as it was said."""
        return Who(self.by, self.name, self.rank, self.nrp, self.post)


@dataclass(frozen=True, kw_only=True)
class ApproveOptions(WhoOptions):
    """What `approve` takes."""

    spec: Path
    state: str | None
    undo: bool
    dry_run: bool
    decision: str


@click.command()
@click.argument("spec", type=FILE)
@click.option("--to", "state", type=click.Choice(STATES), help="The state that the edition is to have.")
@click.option("--undo", is_flag=True, help="Cancel the last step: a line in the record says so, nothing is deleted.")
@click.option("--dry-run", is_flag=True, help="Say what keeps the edition from this step; write nothing.")
@click.option("--decision", type=click.Choice(["setuju", "tolak"]), default="setuju", show_default=True)
@by_whom
@reported
@in_record(ApproveOptions)
def approve(options: ApproveOptions) -> None:
    """Write into the record of an edition who reviewed, approved, enforced or revoked it, and when."""
    edition = load_edition(options.spec)
    step = _asked(options).of(edition)
    if options.dry_run:
        _tell_missing(edition, step)
        return
    event = write(edition, step)
    now = load_edition(options.spec)
    former, state = edition.sop.status.value, now.sop.status.value
    click.echo(
        say(
            "{sop}: {former} -> {state} ({file})", sop=now.sop.name, former=former, state=state, file=record_file(now)
        )
    )
    click.echo(say("digest {digest}", digest=event.sidik))
    for older in (other.sop for other in load_others(now) if follows(now.sop, other.sop)):
        click.echo(say("{sop} ends by itself on {day}", sop=older.name, day=now.sop.day))


def _asked(options: ApproveOptions) -> StepRequest:
    if bool(options.state) == options.undo:
        raise WrongUsage(
            with_fix(
                say("it is not said which step"), say("name the state by --to, or cancel the last step by --undo")
            )
        )
    state = Status(options.state) if options.state else None
    return StepRequest(state, options.who, options.day, Decision(options.decision), options.note)


def _tell_missing(edition: Edition, step: Transition) -> None:
    if faults := missing(edition, step):
        raise SpecError(faults)
    click.echo(say("nothing keeps {sop} from this step", sop=edition.sop.name))


@dataclass(frozen=True, kw_only=True)
class RecordOptions(WhoOptions):
    """What `record` takes."""

    spec: Path
    kind: str
    result: str
    criteria: str | None
    action: str | None


@click.command()
@click.argument("spec", type=FILE)
@click.option("--kind", type=click.Choice([one.value for one in Review]), required=True)
@click.option("--result", type=click.Choice([one.value for one in Outcome]), required=True)
@click.option("--criteria", help="Of an evaluation, the seven answers in the form's order: ya,ya,tidak,ya,ya,ya,ya.")
@click.option("--action", help="What is to be done about it.")
@by_whom
@reported
@in_record(RecordOptions)
def record(options: RecordOptions) -> None:
    """Write down a monitoring or an evaluation that took place (Permenpan RB 35/2012, annex, table 7)."""
    kind = Review(options.kind)
    asked = ReviewRequest(
        kind=kind,
        day=options.day,
        who=options.who,
        outcome=Outcome(options.result),
        criteria=answers(options.criteria, kind),
        note=options.note,
        action=options.action,
    )
    edition = load_edition(options.spec)
    seen = asked.of(edition)
    tell_made(write_down(edition, seen))
    now = load_edition(options.spec)
    for due in dues(now.sop, now.record.file if now.record else None):
        click.echo(say("next {look}: {day}", look=due.look.value, day=due.day))
