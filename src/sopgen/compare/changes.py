"""The changes from one edition to the next, in the words of those who read the SOP, each with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from sopgen.compare.differences import ChangeKind, Difference, differences
from sopgen.compare.part_names import at, part_name, title, value_lines
from sopgen.compare.reasons import ReasonTarget, nearest, standing
from sopgen.errors import Loc, path_text
from sopgen.model.base import Model
from sopgen.model.sop import ReasonOfChange, Sop


@dataclass(frozen=True)
class Change:
    """One change: the part and its path in the spec, what stood there and what stands there now, line by line.

    The path is that of the new edition, of what was removed that of the old. `reason` is empty where the new
    edition gives none (`alasan_perubahan`).
    """

    part: str
    path: str
    kind: ChangeKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    differences: tuple[Difference, ...]
    reason: str = ""

    @property
    def layout(self) -> bool:
        """Tell a matter of form."""
        return self.differences[0].layout


def changes(old: Sop, new: Sop) -> tuple[Change, ...]:
    """Return every change, in the order of the document; matters of layout come last."""
    found: list[Change] = []
    for loc, group in groupby(differences(old, new), lambda one: _record_of_value(one, old, new)):
        some = tuple(group)
        found += [_of_value(some, loc, old, new)] if loc else [_single(one, old, new) for one in some]
    spots = [_spot(change) for change in found]
    stand = standing(spots, new.alasan_perubahan)
    reasons = [
        [one for n, one in enumerate(new.alasan_perubahan) if (number, n) in stand] for number in range(len(found))
    ]
    return tuple(replace(change, reason=nearest(some)) for change, some in zip(found, reasons, strict=True))


def _spot(change: Change) -> ReasonTarget:
    """Return what a reason can name of the change; the new text is told of a moved item without its number."""
    inner = tuple(path_text(one.loc) for one in change.differences)
    texts = {one.new for one in change.differences if isinstance(one.new, str)}
    removed = change.kind is ChangeKind.REMOVED
    gone = "\n".join(change.old) if removed else ""
    return ReasonTarget(change.path, inner, frozenset({"\n".join(change.new), *texts}), removed, gone)


def edition_day(sop: Sop) -> date | None:
    """Return the day of the edition: when it was revised, else when it was made."""
    return sop.identitas.tanggal_revisi.nilai or sop.identitas.tanggal_pembuatan.nilai


def unused_reasons(found: Sequence[Change], new: Sop) -> list[tuple[int, ReasonOfChange]]:
    """Return the reasons, with their places in the list, that stand for nothing that changed."""
    used = {n for _, n in standing([_spot(change) for change in found], new.alasan_perubahan)}
    return [(n, reason) for n, reason in enumerate(new.alasan_perubahan) if n not in used]


def reasons_for(found: Sequence[Change], new: Sop) -> dict[int, list[int]]:
    """Return, by the places of the changes, the places of the reasons that stand for each."""
    pairs = sorted(standing([_spot(change) for change in found], new.alasan_perubahan))
    return {number: [n for one, n in pairs if one == number] for number, _ in pairs}


def _record_of_value(one: Difference, old: Sop, new: Sop) -> Loc:
    """Return the place of the record whose value (`nilai`, `satuan`, `tertulis`) differs; empty for all else."""
    records = [at(sop, loc[:-1]) for sop, loc in ((old, one.was), (new, one.loc)) if loc]
    worded = all(isinstance(record, Model) and hasattr(record, "nilai") for record in records)
    return one.loc[:-1] if worded and one.loc[-1] != "judul" else ()


def _of_value(some: tuple[Difference, ...], loc: Loc, old: Sop, new: Sop) -> Change:
    """Return one change for all that differs in a value and its wording."""
    left = value_lines(at(old, some[0].was[:-1]), some[0].was[:-1], old)
    right = value_lines(at(new, loc), loc, new)
    if left == right:
        left = tuple(_leaf_words(some, old, new=False))
        right = tuple(_leaf_words(some, new, new=True))
    kind = ChangeKind.ADDED if not left else ChangeKind.REMOVED if not right else ChangeKind.CHANGED
    path = path_text(some[0].loc if len(some) == 1 else loc)
    return Change(part_name(loc, new), path, kind, left, right, some)


def _leaf_words(some: Sequence[Difference], sop: Sop, *, new: bool) -> Iterator[str]:
    for one in some:
        loc, value = (one.loc, one.new) if new else (one.was, one.old)
        yield from (f"{loc[-1]}: {line}" for line in value_lines(value, loc, sop))


def _single(one: Difference, old: Sop, new: Sop) -> Change:
    removed = one.kind is ChangeKind.REMOVED and not one.new and isinstance(one.loc[-1], int)
    left = value_lines(one.old, one.was, old)
    right = value_lines(one.new, one.loc, new)
    if one.kind is ChangeKind.MOVED:
        left, right = _place(one.old, one.was, old), _place(one.new, one.loc, new)
    path = path_text(one.loc)
    part = part_name(one.loc, old if removed else new)
    return Change(part, path, one.kind, left, right, (one,))


def _place(item: object, loc: Loc, sop: Sop) -> tuple[str, ...]:
    """Return where a moved item stands, and what it is."""
    return (f"urutan {int(loc[-1]) + 1}: {title(item, loc, sop)}",)
