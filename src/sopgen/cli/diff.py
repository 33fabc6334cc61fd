"""The command that tells what changed between two editions."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import click

from sopgen.cli.exits import reported
from sopgen.messages import say

FILE: Final = click.Path(path_type=Path, dir_okay=False)
COLOURS: Final = {"added": "green", "removed": "red", "changed": "yellow", "moved": "cyan"}


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--spec", type=FILE, help="OLD and NEW are revisions of this file; without NEW, the file as it stands.")
@click.option("--to", "fmt", type=click.Choice(["text", "json", "docx", "pdf"]), default="text", show_default=True)
@click.option("--out", type=FILE, help="The file; text and JSON are printed where none is named.")
@click.option("--redline", type=FILE, help="The new edition's DOCX with tracked changes against the old one.")
@reported
def diff(old: str, new: str | None, spec: Path | None, fmt: str, out: Path | None, redline: Path | None) -> None:
    """Tell what changed from OLD to NEW: in words, as JSON, as a matrix (DOCX, PDF), as tracked changes.

    OLD and NEW are spec files, or files at a git revision: v1.0:spec/sop/fkpm/2019.yaml
    """
    from sopgen.files import write_file
    from sopgen.jobs.compare_editions import compared, matrix, tracked

    if new is None and spec is None:
        raise click.UsageError(say("name two editions, or one revision and --spec FILE"))
    if redline is not None and redline == out:
        raise click.UsageError(say("--out and --redline name the same file"))
    found = compared(old, new, spec)
    made: dict[Path, bytes] = {}
    if redline:
        made[redline] = tracked(found)
    if fmt in {"docx", "pdf"}:
        made[out or Path(f"matriks-perubahan-{found.new.sop.name}.{fmt}")] = matrix(found, fmt)
    elif out:
        made[out] = "".join(f"{click.unstyle(line)}\n" for line in _lines(found, fmt)).encode()
    else:
        for line in _lines(found, fmt):
            click.echo(line)
    for path, content in made.items():
        write_file(path, content)
        click.echo(say("made {folder}", folder=path), err=fmt == "json")


def _lines(found: Any, fmt: str) -> Iterator[str]:
    from sopgen.jobs.compare_editions import as_data

    if fmt == "json":
        yield json.dumps(as_data(found), ensure_ascii=False, indent=2)
    else:
        yield from _text(found)


def _text(found: Any) -> Iterator[str]:
    """Yield the changes line by line, coloured; click takes the colours off where no terminal is."""
    from sopgen.jobs.compare_editions import edition_line

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


def _summary(found: Any) -> Iterator[str]:
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


def _unused(reason: Any) -> str:
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
