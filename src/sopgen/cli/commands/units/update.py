"""The command that brings units over to a base that moved on."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import handed, in_record, tell_made
from sopgen.compare.changes import Change
from sopgen.jobs.overlays.clashes import OverlayClash
from sopgen.jobs.overlays.told import why
from sopgen.jobs.overlays.update import NotAllFollow, OverlayUpdate, UpdateRequest, brought_over, updates
from sopgen.messages import say
from sopgen.splice.overlay.plain import MISSING


@dataclass(frozen=True)
class UpdateOptions:
    """What `update` takes."""

    bases: tuple[str, ...]
    units: tuple[Path, ...]
    keep: tuple[str, ...]
    take: tuple[str, ...]
    onto: str | None
    apply: bool
    fmt: str


@click.command()
@click.argument("bases", nargs=-1, metavar="[BASE]...")
@click.option("--units", multiple=True, type=click.Path(path_type=Path), help="The folder of a unit; all by default.")
@click.option("--apply", is_flag=True, help="Bring over each unit without a clash that is not settled.")
@click.option("--keep", multiple=True, metavar="PLACE", help="At this clash the unit's words stay (or: all).")
@click.option("--take", multiple=True, metavar="PLACE", help="At this clash the base's words come (or: all).")
@click.option("--onto", metavar="BASE", help="Another base, such as fkpm/2027, that drafts are to rest on.")
@click.option("--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True)
@reported
@in_record(UpdateOptions)
def update(options: UpdateOptions) -> None:
    """Show what a base that moved on brings to each unit and what clashes; --apply brings it over.

    BASE is a file of spec/dasar/, or its name: fkpm/2026. A clash is never settled by itself.
    """
    found = updates(handed(UpdateRequest, options))
    if options.fmt == "json":
        click.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            click.echo(line)
    if options.apply:
        _apply(found, err=options.fmt == "json")


def _apply(found: Sequence[OverlayUpdate], *, err: bool) -> None:
    try:
        written = brought_over(found)
    except NotAllFollow as error:
        for path in error.written:
            tell_made(path, err=err)
        raise error.cause from error
    for path in written:
        tell_made(path, err=err)


def _lines(found: Sequence[OverlayUpdate]) -> Iterator[str]:
    for one in found:
        yield f"{one.unit}  {one.path.as_posix()}"
        yield from (f"    {line}" for line in _told(one))
    if not found:
        yield say("no edition rests on a base here")


def _told(one: OverlayUpdate) -> Iterator[str]:
    if one.trouble:
        yield from str(one.trouble).splitlines()
    if one.made is None and not one.trouble:
        yield say("is as its base")
    elif one.made is not None and not one.comes and not one.clashes:
        yield say("nothing changes in its words")
    for change in one.comes:
        yield say("comes: {change}", change=_change(change))
    for clash in one.clashes:
        yield say("clashes: {place}: {why}", place=clash.place, why=why(clash.kind))
        for name, value in (
            (say("base before"), clash.was),
            (say("base now"), clash.theirs),
            (say("unit"), clash.ours),
        ):
            yield f"    {name}: {_short(value)}"


def _change(change: Change) -> str:
    return f"{change.part}: {' / '.join(change.old) or '-'} -> {' / '.join(change.new) or '-'}"


def _short(value: Any) -> str:
    if value is MISSING or value is None:
        return "-"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _data(one: OverlayUpdate) -> dict[str, object]:
    return {
        "unit": one.unit,
        "file": one.path.as_posix(),
        "current": one.made is None and one.trouble is None,
        "comes": [{"part": c.part, "path": c.path, "old": c.old, "new": c.new} for c in one.comes],
        "clashes": [_clash(clash) for clash in one.clashes],
        "trouble": str(one.trouble) if one.trouble else None,
    }


def _clash(clash: OverlayClash) -> dict[str, object]:
    values = {"was": clash.was, "theirs": clash.theirs, "ours": clash.ours}
    said = {key: None if one is MISSING else one for key, one in values.items()}
    return {"place": clash.place, "kind": clash.kind.value, **said}
