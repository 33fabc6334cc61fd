"""What a page of the desk withholds from those who use it by keyboard, by ear or enlarged, as axe-core finds it."""

import os
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

AXE: Final = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
# Beside WCAG 2.2 AA what is known to be good; `region` and the like are minor there.
RUN: Final = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


@cache
def axe() -> str:
    """Return the program; without it the test is skipped, in CI it fails."""
    if not AXE.is_file():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("not installed: axe-core (`npm ci` in tests/browser)")
    return AXE.read_text("utf-8")


def serious(page: Page) -> list[str]:
    """Return what is serious or critical on a page, each with its place and what would mend it."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe())  # by the debugger: the page's policy lets no script in
    found: list[str] = page.evaluate(RUN)
    return found
