"""All pages: those of the rules and those of the other codes that are printed."""

from typing import Final

from sopgen.errors import WrongUsage, with_fix
from sopgen.lint.book import RULES
from sopgen.lint.pages.others import OTHERS
from sopgen.lint.pages.page import RulePage, page_of
from sopgen.messages import nearest, say

PAGES: Final[dict[str, RulePage]] = dict(
    sorted({**{code: page_of(entry) for code, entry in RULES.items()}, **OTHERS}.items())
)


def page_named(code: str) -> RulePage:
    """Return the page of a code in either case; raise WrongUsage with the nearest one where it is none."""
    page = PAGES.get(code.upper())
    if page is None:
        raise WrongUsage(with_fix(say('"{code}" is no code of sopgen', code=code), nearest(code.upper(), PAGES)))
    return page
