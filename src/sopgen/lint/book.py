"""The rule book: importing it registers every rule."""

from sopgen.lint import flow, identity, legal, unit
from sopgen.lint.registry import RULES

__all__ = ["RULES", "flow", "identity", "legal", "unit"]
