"""Random flows that are valid: every step is reached, every decision has labelled exits, the last step ends."""

from hypothesis import strategies as st

from sopgen.model.flow import SpecSymbol, Step, Symbol
from sopgen.model.sop import Lane

TEXTS = ("Menyusun laporan", "Lengkap?", "Periksa", "Menyampaikan undangan rapat kepada anggota forum", "Setuju?", "")
LABELS = (("Ya", "Tidak"), ("Setuju", "Tidak setuju"), ("Ya", "Tidak", "Ditunda"))


def lanes(count: int) -> tuple[Lane, ...]:
    """Return so many roles."""
    return tuple(Lane(id=f"p{n}", label=f"Pelaksana {n + 1}") for n in range(count))


@st.composite
def flows(
    draw: st.DrawFn, most_steps: int = 40, most_lanes: int = 8, decisions: float = 0.5
) -> tuple[tuple[Step, ...], tuple[Lane, ...]]:
    """Draw a flow and its lanes; up to the given part of the steps are decisions that go anywhere."""
    count = draw(st.integers(2, most_steps))
    roles = lanes(draw(st.integers(1, most_lanes)))
    share = draw(st.floats(0, decisions))
    steps = [_step(draw, n, count, roles, share) for n in range(count)]
    return tuple(steps), roles


def _step(draw: st.DrawFn, n: int, count: int, roles: tuple[Lane, ...], share: float) -> Step:
    first = draw(st.integers(0, len(roles) - 1))
    wide = draw(st.integers(0, 9)) == 0 and first + 1 < len(roles)
    role = (roles[first].id, roles[first + 1].id) if wide else roles[first].id
    symbol: SpecSymbol = Symbol.START if n == 0 else Symbol.END if n == count - 1 else Symbol.PROCESS
    text = draw(st.sampled_from(TEXTS))
    if symbol is Symbol.PROCESS and len(roles) > 3 and draw(st.integers(0, 11)) == 0:
        apart = (roles[0].id, roles[draw(st.integers(2, len(roles) - 1))].id)
        return Step(id=f"s{n}", pelaksana=apart, uraian=text)
    others = [f"s{m}" for m in range(count) if m != n]
    if symbol is Symbol.PROCESS and draw(st.floats(0, 1)) < share:
        labels = draw(st.sampled_from(LABELS))
        targets = [f"s{n + 1}", *(draw(st.sampled_from(others)) for _ in labels[1:])]
        exits = dict(zip(labels, draw(st.permutations(targets)), strict=True))
        return Step(id=f"s{n}", pelaksana=role, simbol=Symbol.DECISION, uraian=text or "Ya?", cabang=exits)
    if symbol is Symbol.PROCESS and draw(st.integers(0, 7)) == 0:
        branches = tuple(dict.fromkeys([f"s{n + 1}", draw(st.sampled_from(others))]))
        return Step(id=f"s{n}", pelaksana=role, simbol=symbol, uraian=text, ke=branches)
    return Step(id=f"s{n}", pelaksana=role, simbol=symbol, uraian=text)


@st.composite
def crowded(
    draw: st.DrawFn, most_steps: int = 30, most_lanes: int = 8, decisions: float = 0.25
) -> tuple[tuple[Step, ...], tuple[Lane, ...]]:
    """Draw a flow in which many rows have several steps, and some steps are sub-steps."""
    steps, roles = draw(flows(most_steps, most_lanes, decisions))
    order = [role.id for role in roles]
    found: list[Step] = []
    taken: set[int] = set()
    for step in steps:
        ends = [order.index(lane) for lane in step.lanes]
        between = set(range(min(ends), max(ends) + 1))
        joins = bool(found) and not taken & between and draw(st.integers(0, 2)) > 0
        below = {"sublangkah": True} if not joins and draw(st.integers(0, 3)) == 0 else {}
        found.append(step.model_copy(update={"sebaris": True} if joins else below))
        taken = taken | between if joins else between
    return tuple(found), roles
