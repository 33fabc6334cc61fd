"""The commands that edit a spec: the draft of the next edition, and its safe corrections."""

from datetime import date
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, day_option, tell_made
from sopgen.jobs.edit.emblem import emblem_put
from sopgen.jobs.edit.fix import (
    Accepted,
    CorrectedPlace,
    Mended,
    Proposal,
    load_draft,
    mend,
    mended_file,
    proposals,
    undecided,
)
from sopgen.jobs.edit.revise import begun
from sopgen.jobs.edit.sample_sop import sop_begun
from sopgen.messages import say

SPEC = click.argument("spec", type=FILE)


@click.command()
@SPEC
@click.option("--edition", required=True, help="The name of the next edition, its year for example.")
@click.option("--out", type=FILE, help="The draft's file; <edition>-draf.yaml beside SPEC by default.")
@reported
def revise(spec: Path, edition: str, out: Path | None) -> None:
    """Begin the next edition: a draft made from an edition, with its comments kept."""
    path = begun(spec, edition, out)
    tell_made(path)
    click.echo(say("next: sopgen fix {path}, then sopgen check {path}", path=path))


@click.command("new-sop")
@click.argument("sop")
@click.option("--contoh", "sample", required=True, help="The sample: kendali, permenpan, puskesmas ...")
@reported
def new_sop(sop: str, sample: str) -> None:
    """Begin another SOP in the working folder: a draft made from a sample of its form.

    SOP is its short name, surat-masuk for example; it becomes the name of its folder.
    """
    path = sop_begun(Path(), sop, sample)
    tell_made(path)
    click.echo(say("next: sopgen check {path}", path=path))


@click.command()
@click.argument("picture", type=FILE)
@click.option("--right", is_flag=True, help="The picture at the right of the head of a Puskesmas (lambang_kanan).")
@reported
def emblem(picture: Path, *, right: bool) -> None:
    """Take a PNG or JPEG picture over as the unit's emblem.

    It is checked, copied beside satuan.yaml, and named there.
    """
    tell_made(emblem_put(Path(), picture.read_bytes(), "lambang_kanan" if right else "lambang"))


def _told(mended: Mended, change: CorrectedPlace) -> str:
    source = mended.edition.sop_source
    place = source.problem("", change.loc, "", "")
    told = f'"{change.was}" -> "{change.now}"'
    if change.reordered:
        told = say("order {was} -> {now}", was=change.was, now=change.now)
    if change.taken_out:
        told = say('"{text}" taken out', text=change.was)
    return " ".join(f"{place.file}:{place.line}:{place.column}: {change.codes}: {told}".splitlines())


def _proposed(one: Proposal) -> str:
    told = f'-> "{one.text}"' if one.text else say("take it out")
    where = f"{one.problem.file}:{one.problem.line}:{one.problem.column}: {one.code}@{one.problem.path}"
    return " ".join(f"{where}: {told}".splitlines())


@click.command()
@SPEC
@click.option("--dry-run", is_flag=True, help="Say what would be changed; write nothing.")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="CODE[@PLACE]",
    help="Carry out a rule's proposals, too: all, or that for one place. Repeat for several.",
)
@day_option("--date", "day", help="The day of the proposals; today.")
@reported
def fix(spec: Path, dry_run: bool, accepted: tuple[str, ...], day: date | None) -> None:
    """Correct in a draft what needs no decision, and name what a person must decide.

    What would let the draft say something else (a title, a name, a law) is proposed, and done only when accepted.
    """
    today = day or date.today()
    mended = (
        mend(load_draft(spec), Accepted(accepted), today) if dry_run else mended_file(spec, Accepted(accepted), today)
    )
    for change in mended.changes:
        click.echo(_told(mended, change))
    click.echo(say("{count} places corrected", count=len(mended.changes)))
    proposed, left = proposals(mended.edition, today), undecided(mended, today)
    if proposed:
        click.echo(say("proposed; accept with --accept CODE, or CODE@PLACE for one place:"))
    for one in proposed:
        click.echo(_proposed(one))
    if left:
        click.echo(say("to be decided by a person:"))
    for problem in left:
        click.echo(str(problem))
