"""The page of a rule, from its docstring: what holds, why, an example of wrong and right."""

import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sopgen.errors import Severity
from sopgen.lint.registry import Rule, Stops, Sureness

_PARTS: Final = re.compile(
    r"(?P<title>.+?)\n\n(?P<why>.+?)\n\nWrong:\n(?P<wrong>.+?)\nRight:\n(?P<right>.+)", re.DOTALL
)


@dataclass(frozen=True)
class RulePage:
    """What a code means; title, reason and source are English and translated when they are shown."""

    code: str
    severity: Severity
    title: str
    why: str
    source: str
    sure: Sureness = "own"
    stops: Stops = "build"
    wrong: str = ""
    right: str = ""

    def words(self) -> Iterator[str]:
        """Yield the texts that are translated."""
        yield from (self.title, self.why, self.source)


def page_of(entry: Rule) -> RulePage:
    """Return the page of a rule; raise ValueError where its docstring has not all parts."""
    parts = _PARTS.fullmatch(inspect.cleandoc(entry.check.__doc__ or ""))
    if parts is None:
        raise ValueError(f"the docstring of {entry.code} is no page")
    return RulePage(
        entry.code,
        entry.severity,
        " ".join(parts["title"].split()).rstrip("."),
        " ".join(parts["why"].split()),
        entry.source,
        entry.sure,
        entry.stops,
        textwrap.dedent(parts["wrong"]).rstrip(),
        textwrap.dedent(parts["right"]).rstrip(),
    )
