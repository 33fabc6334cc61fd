"""The command `sopgen import`: an old SOP becomes a draft."""

from datetime import date
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.findings import as_text
from sopgen.cli.options import FILE, tell_made
from sopgen.jobs.check import problems
from sopgen.jobs.old.doubts.settle import doubts_of, settled_in
from sopgen.jobs.old.importing import Imported, ImportRequest, imported
from sopgen.jobs.old.notes import by_group, place_of
from sopgen.messages import say


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--edition", default="", help="The name of the edition; the year that the old SOP says, by default.")
@click.option("--out", type=FILE, help="The draft's file; spec/sop/<sop>/<edition>-draf.yaml by default.")
@reported
def import_(file: Path, edition: str, out: Path | None) -> None:
    """Make a draft of an old SOP: a PDF, a Word file, a workbook, a table of steps, a pasted text.

    What was not read with certainty stands in the draft under `# periksa`, with its place in the old file.
    """
    made = imported(ImportRequest(file, edition, out))
    tell_made(made.path)
    _tell_doubts(made)
    click.echo(as_text(problems(made.path, date.today())))


def _tell_doubts(made: Imported) -> None:
    """Say how many doubts there are, where, and what the draft has no place for."""
    doubts, left = made.draft.doubts, made.draft.unplaced
    click.echo(say("to be settled by a person, under # periksa: {count}", count=len(doubts)))
    for group, some in by_group(doubts).items():
        lines = ", ".join(str(one.line) for one in some)
        click.echo(say("  {group}: {count} (lines {lines})", group=group, count=len(some), lines=lines))
    if left:
        click.echo(say("texts without a place, at the end of the draft: {count}", count=len(left)))


@click.command()
@click.argument("spec", type=FILE)
@click.option("--done", multiple=True, type=int, metavar="NUMBER", help="This one was looked at: its remark goes.")
@reported
def doubts(spec: Path, done: tuple[int, ...]) -> None:
    """List what a draft of an old SOP leaves to a person; --done takes a remark out."""
    left = settled_in(spec, done) if done else doubts_of(spec)
    for number, one in enumerate(left, 1):
        where = place_of(one.spot)
        click.echo(f"{number}. {one.path}: {one.text}" + (f" ({where})" if where else ""))
    click.echo(say("to be settled by a person, under # periksa: {count}", count=len(left)))
