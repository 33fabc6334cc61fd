"""The sound spec as plain data, edited, and what the rules find in it."""

import copy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sopgen.lint.book import RULES
from sopgen.lint.registry import Finding, Loc, Subject
from sopgen.model.chapters import kind_of
from sopgen.model.law.regulation import Regulation, RegulationFile, Regulations
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.read.source import parse

ROOT = Path(__file__).parents[2]
SOUND: Any = {**parse(ROOT / "tests" / "contoh" / "sop.yaml").data, "status": "berlaku"}  # type: ignore[dict-item]
RENAMED = {"dahulu": "POLRES LAMA", "kini": "POLRESTA BARU", "sejak": "2023-01-05", "sumber": "contoh"}
UNIT: Any = {**parse(ROOT / "tests" / "contoh" / "satuan.yaml").data, "berganti_nama": [RENAMED]}  # type: ignore[dict-item]
LAWS: tuple[Regulation, ...] = RegulationFile.model_validate(parse(ROOT / "spec" / "peraturan.yaml").data).peraturan
TODAY = date(2026, 9, 1)
Edits = Mapping[Loc, object]


def edited(data: Any, edits: Edits) -> Any:
    """Return a copy of the data with other values at some places; a list grows where a place lies behind its end."""
    changed = copy.deepcopy(data)
    for loc, value in edits.items():
        place = changed
        for part in loc[:-1]:
            place = place[part]
        if isinstance(place, list) and isinstance(loc[-1], int) and loc[-1] == len(place):
            place.append(value)
        else:
            place[loc[-1]] = value
    return changed


def subject(
    edits: Edits, *, unit: Edits | None = None, today: date | None = TODAY, others: tuple[Sop, ...] = ()
) -> Subject:
    """Return the sound spec with edits, as rules look at it."""
    data = edited(SOUND, edits)
    sop = kind_of(data).model_validate(data)
    return Subject(sop, Unit.model_validate(edited(UNIT, unit or {})), Regulations(LAWS), today, others=others)


def found(code: str, looked_at: Subject) -> list[Finding]:
    """Return what one rule finds."""
    return list(RULES[code].check(looked_at))
