"""The rules that stop a build: they stand in few modules, so that a build loads those and not the whole book."""

from sopgen.lint import chapters
from sopgen.lint.flow import rows, shape
from sopgen.lint.identity import items, unit
from sopgen.lint.language import characters
from sopgen.lint.registry import RULES, Rule

__all__ = ["chapters", "characters", "items", "rows", "shape", "stopping", "unit"]


def stopping() -> list[Rule]:
    """Return the rules whose errors keep an edition from being built."""
    return [entry for entry in RULES.values() if entry.stops == "build" and entry.severity == "error"]
