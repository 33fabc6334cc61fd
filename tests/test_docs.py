"""The documents say what is so."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def keys() -> Iterator[str]:
    for path in sorted((ROOT / "spec" / "skema").glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        for part in (schema, *schema.get("$defs", {}).values()):
            yield from part.get("properties", {})


@pytest.mark.parametrize("key", sorted(set(keys())))
def test_the_glossary_explains(key: str) -> None:
    assert f"`{key}`" in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_every_decision_is_short_and_numbered() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert decisions
    assert len(decisions) == len({path.stem[:3] for path in decisions}), "a number stands twice"
    for path in decisions:
        assert re.match(r"\d{3}-[a-z0-9-]+$", path.stem)
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 15
