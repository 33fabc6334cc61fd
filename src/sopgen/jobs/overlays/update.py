"""A base moved on: what of it comes to each unit, what clashes, and the overlays brought over.

Three ways meet: the base as it was when the overlay was last brought to it, the base as it is, what the unit says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sopgen.compare.changes import Change, changes
from sopgen.errors import SopgenError, SpecError, WrongUsage, together, with_fix
from sopgen.files import one_writer, write_file
from sopgen.jobs.overlays.bases import all_bases, base_name, former, kept, named_base, rests_on
from sopgen.jobs.overlays.clashes import OverlayClash, met
from sopgen.jobs.overlays.settle import Choice, Settling, settled
from sopgen.jobs.overlays.units import units_and_own
from sopgen.messages import nearest, say
from sopgen.model.life.state import was_in_force
from sopgen.model.sop import Sop
from sopgen.read.load import load_approvals, record_path, sop_folder, unit_path, validated
from sopgen.read.overlay.base import FOLDER, base_digest, inherited
from sopgen.read.overlay.merge import HEAD
from sopgen.read.overlay.spec import MergedSource, over, read_spec
from sopgen.read.source import Source, parse
from sopgen.splice.insert import insert_after
from sopgen.splice.overlay.plain import turned

ALL: Final = "all"


@dataclass(frozen=True)
class UpdateRequest:
    """Which bases moved on (all where none is named), whose overlays follow, and how clashes are settled.

    `keep` and `take` name the places of clashes, with their unit (`polres-a:judul`) or for all of them; `onto` is
    another base that the overlays are to rest on.
    """

    bases: Sequence[str] = ()
    units: Sequence[Path] = ()
    keep: Sequence[str] = ()
    take: Sequence[str] = ()
    onto: str | None = None

    def choice(self, unit: str, clash: OverlayClash) -> Choice | None:
        """Return how a clash is settled, None where nobody said so."""
        for names in ({clash.place, f"{unit}:{clash.place}"}, {f"{unit}:{ALL}"}, {ALL}):
            if names & {*self.keep, *self.take}:
                return "keep" if names & {*self.keep} else "take"
        return None


@dataclass(frozen=True)
class OverlayUpdate:
    """What a base's move means for one overlay: what comes, what clashes and is not settled, the overlay then.

    `met` is all that clashes, settled or not; `base` is what it is to rest on; without `made` it rests on that
    already. `trouble` is why it can not follow.
    """

    unit: str
    path: Path
    base: Source
    comes: tuple[Change, ...] = ()
    met: tuple[OverlayClash, ...] = ()
    clashes: tuple[OverlayClash, ...] = ()
    own: Source | None = None
    made: Source | None = None
    trouble: SopgenError | None = None

    @property
    def follows(self) -> bool:
        """Whether it can be brought over as it is."""
        return self.made is not None and not self.clashes and self.trouble is None


def updates(asked: UpdateRequest) -> list[OverlayUpdate]:
    """Return what the move of bases means for each overlay over them, unit by unit."""
    near = Path()
    bases = [named_base(one, near) for one in asked.bases] or all_bases(near)
    onto = named_base(asked.onto, near) if asked.onto else None
    found = []
    for base in bases:
        new = read_spec(onto or base)
        over_it = [(unit, path) for unit, path in _overlays(asked, near) if rests_on(path, base)]
        found += [_update(unit, path, (base, new), asked) for unit, path in over_it]
    _refuse_unknown(asked, found)
    return found


def _overlays(asked: UpdateRequest, near: Path) -> list[tuple[str, Path]]:
    """Return what may rest on a base: other bases, where no unit is named, and the editions of units."""
    bases = [] if asked.units else [(FOLDER, path) for path in all_bases(near)]
    return [*bases, *((unit.name, path) for unit in units_and_own(asked.units) for path in unit.editions)]


def _refuse_unknown(asked: UpdateRequest, found: Sequence[OverlayUpdate]) -> None:
    """Raise WrongUsage where a place is named at which nothing clashes."""
    known = {name for one in found for clash in one.met for name in (clash.place, f"{one.unit}:{clash.place}")}
    for name in (*asked.keep, *asked.take):
        if name not in known and not (name == ALL or name.endswith(f":{ALL}")):
            what = say('nothing clashes at "{place}"', place=name)
            hint = nearest(name, known) if known else say("`sopgen update` shows what clashes")
            raise WrongUsage(with_fix(what, hint))


def _update(unit: str, path: Path, bases: tuple[Path, Source], asked: UpdateRequest) -> OverlayUpdate:
    new = bases[1]
    found = OverlayUpdate(unit, path, new)
    try:
        own = parse(path)
        if _head(own) == (base_name(Path(new.file)), base_digest(new.data)):
            return found
        return _three_ways(replace(found, own=own), own, bases[0], asked)
    except SopgenError as error:
        return replace(found, trouble=error)


def _head(own: Source) -> tuple[object, object]:
    data = own.data if isinstance(own.data, dict) else {}
    return data.get(HEAD[0]), data.get(HEAD[1])


def _three_ways(found: OverlayUpdate, own: Source, base: Path, asked: UpdateRequest) -> OverlayUpdate:
    digest = str(_head(own)[1]) if _head(own)[1] else ""
    old = former(base, digest) if digest and digest != base_digest(read_spec(base).data) else read_spec(base)
    new, merged = found.base, over(own, old)
    assert isinstance(own.data, dict)
    said = {key: one for key, one in own.data.items() if key not in HEAD}
    meets = met(said, inherited(old.data), inherited(new.data))
    told = [asked.choice(found.unit, clash) for clash in meets.clashes]
    choices: Mapping[int, Choice] = {number: choice or "keep" for number, choice in enumerate(told)}
    data = settled(Settling(said, merged.data, inherited(new.data)), meets, choices)
    made = turned(_headed(own, new), (), {**_head_of(new), **data})
    becomes = over(made, new)
    comes = changes(validated(merged, Sop), validated(becomes, Sop))
    left = tuple(clash for clash, choice in zip(meets.clashes, told, strict=True) if choice is None)
    found = replace(found, comes=comes, met=meets.clashes, clashes=left, made=made)
    return replace(found, trouble=_in_force(found.path, becomes))


def _head_of(base: Source) -> dict[str, str]:
    return {HEAD[0]: base_name(Path(base.file)), HEAD[1]: base_digest(base.data)}


def _headed(own: Source, base: Source) -> Source:
    """Return the overlay with the digest of its base beside the name of it."""
    there = isinstance(own.data, dict) and HEAD[1] in own.data
    return own if there else insert_after(own, (HEAD[0],), HEAD[1], _head_of(base)[HEAD[1]])


def _in_force(path: Path, becomes: MergedSource) -> SopgenError | None:
    """Return why an overlay stays as it is: its edition was put in force, so that its words stay.

    A base that rests on another one has no life of its own.
    """
    if sop_folder(path) is None:
        return None
    sop = validated(becomes, Sop)
    record = record_path(unit_path(path).parent, sop.name)
    if not record.is_file() or was_in_force(load_approvals(record).riwayat) is None:
        return None
    what = say("{sop} was put in force: its words stay", sop=sop.name)
    fix = say("give the base's new words as another edition of it, begin the unit's next one, then --onto that base")
    return SpecError([becomes.own.problem("ED01", (HEAD[0],), what, fix)])


def brought_over(found: Sequence[OverlayUpdate]) -> list[Path]:
    """Write every overlay that can follow its base, with a copy of that base; return their files.

    Raises SopgenError at the end for those that can not: what clashes, and what else hinders. They stay as they are.
    """
    written = []
    faults = [one.trouble for one in found if one.trouble]
    faults += [_unsettled(one) for one in found if one.clashes and not one.trouble]
    for one in found:
        if one.follows and one.made and one.own:
            kept(one.base)
            with one_writer(one.path):
                if parse(one.path).text != one.own.text:
                    again = say("give the same command again")
                    what = say("{path} was changed meanwhile. fix: {fix}", path=one.path, fix=again)
                    faults.append(SopgenError(what))
                    continue
                write_file(one.path, one.made.text.encode())
            written.append(one.path)
    if faults:
        raise NotAllFollow(written, together(faults))
    return written


class NotAllFollow(SopgenError):
    """Some overlays stay as they were; `written` followed, `cause` is why the others did not."""

    def __init__(self, written: Sequence[Path], cause: SopgenError) -> None:
        super().__init__(str(cause))
        self.written, self.cause = tuple(written), cause


def _unsettled(one: OverlayUpdate) -> SopgenError:
    what = say("{path}: clashes that are not settled: {count}", path=one.path.as_posix(), count=len(one.clashes))
    return SopgenError(f"{what}. {say('fix: {fix}', fix=say('--keep PLACE or --take PLACE for each'))}")
