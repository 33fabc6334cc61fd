"""Which approvals a change would take away: an approval holds for what the edition prints, and for nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sopgen.errors import SpecError
from sopgen.model.unit import Unit
from sopgen.read.digest import UNIT, text_digest
from sopgen.read.emblem import load_emblems
from sopgen.read.load import Edition, load_edition, validated, with_unit
from sopgen.read.remarks import remarks
from sopgen.read.source import Source


def approved_in(spec: Path) -> Iterator[Edition]:
    """Yield the editions of a folder spec/ whose last step holds: reviewed, approved, in force."""
    for path in sorted((spec / "sop").glob("*/*.yaml")):
        with suppress(SpecError):  # one with faults is approved by nobody
            edition = load_edition(path)
            if edition.life.approval:
                yield edition


def lost_by_unit(before: Source, after: Source) -> Sequence[Edition]:
    """Return the approved editions whose approval is lost if satuan.yaml becomes another text; both are valid."""
    unit = validated(after, Unit)
    if _printed(before, validated(before, Unit)) == _printed(after, unit):
        return ()
    here = Path(before.file).absolute()
    approved = [one for one in approved_in(here.parent) if Path(one.unit_source.file).absolute() == here]
    return [one for one in approved if not with_unit(one, unit, after).life.approval]


def lost_by_look(spec: Path, name: str, text: str) -> Sequence[Edition]:
    """Return the approved editions whose approval is lost if the rupa.yaml of a template folder becomes a text."""
    part, digest = f"templat/{name}/rupa.yaml", text_digest(text)
    return [one for one in approved_in(spec) if one.digests.parts.get(part, digest) != digest]


def _printed(source: Source, unit: Unit) -> object:
    """Return all of a unit that an SOP may print, and the remarks that whoever approves has seen."""
    silenced = sorted((*one.codes, one.reason) for one in remarks(source))
    return unit.model_dump(include=UNIT | {"berganti_nama"}), load_emblems(unit, source), silenced
