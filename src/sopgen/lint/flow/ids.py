"""What only follows from an id that stands twice, or is misspelt where it is listed, is no fault of its own."""

from collections.abc import Collection, Iterator, Sequence

from sopgen.messages import likeliest
from sopgen.model.sop import Sop


def follows_from_twins(ids: Sequence[str], unknown: Collection[str]) -> bool:
    """Tell whether ids that nothing bears are no more than those that stand twice (ID07)."""
    return 0 < len(set(unknown)) <= len(ids) - len({one.lower() for one in ids})


def misspelt_roles(sop: Sop) -> dict[str, int]:
    """Return the place in pelaksana by the id that steps use for it: a role that no step names as it is listed."""
    listed, used = [lane.id for lane in sop.pelaksana], set(_used(sop))
    idle = [one for one in listed if one not in used]
    found = {name: likeliest(name, idle) for name in sorted(used - set(listed))}
    chosen = [close for close in found.values() if close]
    return {name: listed.index(close) for name, close in found.items() if close and chosen.count(close) == 1}


def _used(sop: Sop) -> Iterator[str]:
    for activity in sop.kegiatan:
        for step in activity.alur:
            yield from step.lanes
