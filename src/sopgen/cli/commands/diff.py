"""The command that tells what changed between two editions."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, in_record, tell_made
from sopgen.errors import with_fix
from sopgen.files import write_file
from sopgen.jobs.compare.editions import (
    Comparison,
    as_data,
    compared,
    edition_line,
    matrix,
    matrix_name,
    tracked,
)
from sopgen.jobs.compare.reasons import reason_written
from sopgen.messages import say
from sopgen.model.sop import ReasonOfChange

COLOURS: Final = {"added": "green", "removed": "red", "changed": "yellow", "moved": "cyan"}


@dataclass(frozen=True)
class DiffOptions:
    """What `diff` takes."""

    old: str
    new: str | None
    spec: Path | None
    fmt: Literal["text", "json", "docx", "pdf"]
    out: Path | None
    redline: Path | None


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--spec", type=FILE, help="OLD and NEW are revisions of this file; without NEW, the file as it stands.")
@click.option("--to", "fmt", type=click.Choice(["text", "json", "docx", "pdf"]), default="text", show_default=True)
@click.option("--out", type=FILE, help="The file; text and JSON are printed where none is named.")
@click.option("--redline", type=FILE, help="The new edition's DOCX with tracked changes against the old one.")
@reported
@in_record(DiffOptions)
def diff(options: DiffOptions) -> None:
    """Tell what changed from OLD to NEW: in words, as JSON, as a matrix (DOCX, PDF), as tracked changes.

    OLD and NEW are spec files, or files at a git revision: v1.0:spec/sop/fkpm/2019.yaml
    """
    if options.redline is not None and options.redline == options.out:
        raise click.UsageError(with_fix(say("--out and --redline name the same file"), say("choose another name")))
    found = compared(options.old, options.new, options.spec)
    made = _files(found, options)
    if not options.out and options.fmt in ("text", "json"):
        for line in _lines(found, options.fmt):
            click.echo(line)
    for path, content in made.items():
        write_file(path, content)
        tell_made(path, err=options.fmt == "json")


@click.command()
@click.argument("old", type=FILE)
@click.argument("draft", type=FILE)
@click.option(
    "--change", "number", type=click.IntRange(1), required=True, help="Its number in `sopgen diff OLD DRAFT`."
)
@click.option("--why", required=True, help="The reason; an empty one takes the reason out.")
@reported
def reason(old: Path, draft: Path, number: int, why: str) -> None:
    """Write into a draft why something changed from the former edition, for the matrix of changes."""
    found = reason_written(old, draft, number, why)
    tell_made(draft)
    for line in _summary(found):
        click.echo(line)


def _files(found: Comparison, options: DiffOptions) -> dict[Path, bytes]:
    """Return the files that are asked for, the tracked changes first."""
    made = {options.redline: tracked(found)} if options.redline else {}
    if options.fmt == "docx" or options.fmt == "pdf":
        made[options.out or matrix_name(found, options.fmt)] = matrix(found, options.fmt)
    elif options.out:
        made[options.out] = "".join(f"{click.unstyle(line)}\n" for line in _lines(found, options.fmt)).encode()
    return made


def _lines(found: Comparison, fmt: str) -> Iterator[str]:
    if fmt == "json":
        yield json.dumps(as_data(found), ensure_ascii=False, indent=2)
    else:
        yield from _text(found)


def _text(found: Comparison) -> Iterator[str]:
    """Yield the changes line by line, coloured; click takes the colours off where no terminal is."""
    yield click.style(found.new.sop.judul, bold=True)
    yield f"{edition_line(found.old.sop)} -> {edition_line(found.new.sop)}"
    for number, change in enumerate(found.changes, 1):
        yield ""
        kind = click.style(_told(change.kind.value), fg=COLOURS[change.kind.value])
        yield f"{number:>3}. {change.part} [{kind}] {click.style(change.path, dim=True)}"
        yield from (click.style(f"     - {line}", fg="red") for line in change.old)
        yield from (click.style(f"     + {line}", fg="green") for line in change.new)
        if change.reason:
            yield f"     {say('reason: {text}', text=change.reason)}"
    yield ""
    yield from _summary(found)


def _summary(found: Comparison) -> Iterator[str]:
    kinds = [change.kind.value for change in found.changes]
    if not kinds:
        yield say("nothing changed")
        return
    counts = ", ".join(f"{kinds.count(kind)} {_told(kind)}" for kind in COLOURS if kind in kinds)
    yield say("{count} changes: {counts}", count=len(kinds), counts=counts)
    without = found.without_reason
    if without:
        numbers = ", ".join(_ranges(without))
        yield say(
            "without a reason: {numbers}. fix: name them in alasan_perubahan of the new edition", numbers=numbers
        )
    yield from map(_unused, found.unused_reasons)


def _unused(reason: ReasonOfChange) -> str:
    if reason.menjadi is None:
        return say(
            "alasan_perubahan: nothing changed at {place}. fix: write the path as it stands above", place=reason.di
        )
    return say(
        'alasan_perubahan: no change at {place} or in its list to "{text}". '
        "fix: write the new text as it stands above, or delete the reason",
        place=reason.di,
        text=" ".join(reason.menjadi.split()),
    )


def _told(kind: str) -> str:
    words = {
        "added": say("added"),
        "removed": say("removed"),
        "changed": say("changed"),
        "moved": say("moved"),
    }
    return words[kind]


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Yield the numbers, those that follow one another as a range: 1-3, 5."""
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"
