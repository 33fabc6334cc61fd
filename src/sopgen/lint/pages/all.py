"""All pages: those of the rules and those of the other codes that are printed."""

from typing import Final

from sopgen.lint.book import RULES
from sopgen.lint.pages.others import OTHERS
from sopgen.lint.pages.page import RulePage, page_of

PAGES: Final[dict[str, RulePage]] = dict(
    sorted({**{code: page_of(entry) for code, entry in RULES.items()}, **OTHERS}.items())
)
