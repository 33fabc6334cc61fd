"""The commands that edit a spec: the draft of the next edition, and its safe corrections."""

from datetime import date
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, tell_made
from sopgen.jobs.edit.fix import CorrectedPlace, Mended, load_draft, mend, mended_file, undecided
from sopgen.jobs.edit.revise import begun
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


def _told(mended: Mended, change: CorrectedPlace) -> str:
    source = mended.edition.sop_source
    place = source.problem("", change.loc, "", "")
    told = say("order {was} -> {now}", was=change.was, now=change.now)
    if not change.reordered:
        told = f'"{change.was}" -> "{change.now}"'
    return " ".join(f"{place.file}:{place.line}:{place.column}: {change.codes}: {told}".splitlines())


@click.command()
@SPEC
@click.option("--dry-run", is_flag=True, help="Say what would be changed; write nothing.")
@reported
def fix(spec: Path, dry_run: bool) -> None:
    """Correct in a draft what needs no decision, and name what a person must decide."""
    mended = mend(load_draft(spec)) if dry_run else mended_file(spec)
    for change in mended.changes:
        click.echo(_told(mended, change))
    click.echo(say("{count} places corrected", count=len(mended.changes)))
    left = undecided(mended, date.today())
    if left:
        click.echo(say("to be decided by a person:"))
    for problem in left:
        click.echo(str(problem))
