"""What a draft changes of the edition before it, and which of that has no reason yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sopgen.compare.changes import Change, changes
from sopgen.compare.differences import ChangeKind
from sopgen.jobs.edit.reasons import Reason
from sopgen.jobs.edit.revise import revision
from sopgen.model.sop import OPEN, Sop
from sopgen.read.load import Edition, load_folder, sop_folder


@dataclass(frozen=True)
class SinceFormer:
    """The edition before a draft, and every change since it."""

    former: Sop
    changes: Sequence[Change]


def since_former(edition: Edition) -> SinceFormer | None:
    """Return what an edition changes of the one before it in its folder; None where it is the first.

    The one before it is the newest that was decided on, of a lower revision; else the newest of those.
    """
    folder = sop_folder(edition.path)
    own = edition.path.absolute()
    kept = load_folder(folder, {}) if folder else {}
    others = [sop for path, sop in kept.items() if path != own and sop.id == edition.sop.id]
    number = revision(edition.sop.identitas)
    before = [one for one in others if revision(one.identitas) < number]
    before = before or [one for one in others if one.day < edition.sop.day]
    if not before:
        return None
    former = max(before, key=lambda one: (one.status not in OPEN, revision(one.identitas), one.day))
    return SinceFormer(former, changes(former, edition.sop))


def reason_entry(change: Change, why: str = "") -> dict[str, str]:
    """Return the entry of `alasan_perubahan` that stands for a change alone, without what is not known yet."""
    if change.kind is ChangeKind.REMOVED:
        loc = change.differences[0].was
        entry = Reason(loc, why, gone="\n".join(change.old)).entry
        return {**entry, "di": change.path}
    return {**Reason((), why, "\n".join(change.new)).entry, "di": change.path}
