"""From the page of a rule to words: on the terminal, and as the Markdown of docs/rules/."""

import textwrap
from collections.abc import Iterator
from typing import Final

from sopgen.lint.pages.all import PAGES
from sopgen.lint.pages.page import RulePage
from sopgen.messages import say, translated

WIDTH: Final = 88


def level(page: RulePage) -> str:
    """Return how much a finding weighs, and what it stops."""
    if page.severity == "warning":
        return say("warning")
    if page.severity == "info":
        return say("hint")
    if page.stops == "approval":
        return say("error that stops approval (a warning in an edition kept as issued)")
    return say("error that stops the build")


def sureness(page: RulePage) -> str:
    """Return how sure the source of a rule is."""
    words = {
        "A": say("A: read in the text itself"),
        "B": say("B: from a secondary source"),
        "M": say("M: from memory, not verified yet"),
        "own": say("a rule of sopgen"),
    }
    return words[page.sure]


def silencing(page: RulePage) -> str:
    """Return how a finding is silenced, or that it can not be."""
    if page.severity == "error" and page.stops == "build":
        return say("It can not be silenced.")
    if page.code.startswith("SL"):
        return say("It can not be silenced.")
    return say("To silence it, write at its line: # abaikan {code}: reason", code=page.code)


def on_terminal(page: RulePage) -> str:
    """Return a page as it is read on the terminal."""
    parts = [
        f"{page.code}  {translated(page.title)}.\n{level(page)}",
        textwrap.fill(translated(page.why), WIDTH, break_long_words=False, break_on_hyphens=False),
    ]
    if page.wrong:
        parts.append(f"{say('Wrong:')}\n{_block(page.wrong)}\n{say('Right:')}\n{_block(page.right)}")
    parts.append(f"{say('Source:')} {translated(page.source)} ({sureness(page)})\n{silencing(page)}")
    return "\n\n".join(parts)


def as_markdown(page: RulePage) -> str:
    """Return a page as a file of docs/rules/."""
    parts = [
        f"# {page.code} {translated(page.title)}",
        translated(page.why),
        f"- {say('Level:')} {level(page)}\n- {say('Source:')} {translated(page.source)} ({sureness(page)})\n"
        f"- {silencing(page)}",
    ]
    if page.wrong:
        parts.append(f"{say('Wrong:')}\n\n{_block(page.wrong)}\n\n{say('Right:')}\n\n{_block(page.right)}")
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """Return the list of all pages as Markdown."""
    rows = "\n".join(
        f"| [{page.code}]({page.code}.md) | {translated(page.title)} | {level(page)} |" for page in PAGES.values()
    )
    intro = say(
        "Each code that `sopgen check` prints, what it means and why; `sopgen check --explain CODE` shows it too."
    )
    made = say("These pages are made by `make rules` from the rules themselves; do not edit them.")
    heads = f"| {say('code')} | {say('rule')} | {say('level')} |\n|---|---|---|"
    return f"# {say('The rule book')}\n\n{intro}\n\n{made}\n\n{heads}\n{rows}\n"


def files() -> Iterator[tuple[str, str]]:
    """Yield name and text of every file of docs/rules/."""
    yield "README.md", index()
    for page in PAGES.values():
        yield f"{page.code}.md", as_markdown(page)


def _block(example: str) -> str:
    return textwrap.indent(example, "    ")
