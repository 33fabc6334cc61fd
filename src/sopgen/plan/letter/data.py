"""The plan of a task order as the templates, and its seal, take it."""

from sopgen.plan.letter.plan import ANNEX_HEADS, CODE_SIZE, CODE_TITLE, OrderPlan


def texts(plan: OrderPlan) -> dict[str, object]:
    """Return all that the plan says, by name, as JSON takes it; the seal vouches for it and is no part of it.

    Neither is the watermark, which says again what the mark says.
    """
    # Not asdict: its deep copies take longer than a Word letter.
    rows = {name: tuple(dict(vars(row)) for row in getattr(plan, name)) for name in ("people", "annex")}
    return {name: value for name, value in (vars(plan) | rows).items() if name not in ("seal", "watermark")}


def as_data(plan: OrderPlan) -> dict[str, object]:
    """Return the plan as the templates take it; the code is the numbers of its bytes."""
    return {
        **texts(plan),
        "personel": [{**vars(row), "rank_and_number": row.rank_and_number} for row in plan.people],
        "day": plan.day.isoformat(),
        "annex_title": "DAFTAR PERSONEL",
        "annex_heads": ANNEX_HEADS,
        "code": list(plan.code),
        "code_title": CODE_TITLE,
        "code_size": CODE_SIZE,
    }
