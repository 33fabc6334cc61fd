"""The command that lists what units change of their bases."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, in_record, tell_made
from sopgen.files import write_file
from sopgen.jobs.overlays.deviations import DeviatingUnit, as_data, workbook
from sopgen.jobs.overlays.deviations import deviations as found_deviations
from sopgen.messages import say


@dataclass(frozen=True)
class DeviationOptions:
    """What `deviations` takes."""

    bases: tuple[str, ...]
    units: tuple[Path, ...]
    fmt: str
    out: Path | None


@click.command()
@click.argument("bases", nargs=-1, metavar="[BASE]...")
@click.option("--units", multiple=True, type=click.Path(path_type=Path), help="The folder of a unit; all by default.")
@click.option("--to", "fmt", type=click.Choice(["text", "json", "xlsx"]), default="text", show_default=True)
@click.option("--out", type=FILE, help="The file; text and JSON are printed where none is named.")
@reported
@in_record(DeviationOptions)
def deviations(options: DeviationOptions) -> None:
    """List what each unit changes, adds and leaves out of its base.

    BASE is a file of spec/dasar/, or its name: fkpm/2026. The workbook has a list, and a matrix of parts and units.
    """
    found = found_deviations(options.bases, options.units)
    if options.fmt == "xlsx":
        path = options.out or Path("penyimpangan.xlsx")
        write_file(path, workbook(found.units))
        tell_made(path)
    else:
        _told(list(_lines(found.units, options.fmt)), options.out)
    if found.faults:
        raise found.faults


def _told(lines: Sequence[str], out: Path | None) -> None:
    if out is None:
        for line in lines:
            click.echo(line)
        return
    write_file(out, "".join(f"{line}\n" for line in lines).encode())
    tell_made(out)


def _lines(found: Sequence[DeviatingUnit], fmt: str) -> Iterator[str]:
    if fmt == "json":
        yield json.dumps(as_data(found), ensure_ascii=False, indent=2)
        return
    for one in found:
        yield f"{one.unit}  {one.path.as_posix()}  ({one.base})"
        for change in one.changes:
            yield f"    {_kind(change.kind.value)}: {change.part}"
            yield from (f"        - {line}" for line in change.old)
            yield from (f"        + {line}" for line in change.new)
        if not one.changes:
            yield f"    {say('is as its base')}"
    if not found:
        yield say("no edition rests on a base here")


def _kind(kind: str) -> str:
    return {"added": say("added"), "removed": say("left out"), "changed": say("changed"), "moved": say("moved")}[kind]
