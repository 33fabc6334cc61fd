"""The command `sopgen check`: what is typed and what is printed."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.messages import nearest, say

FORMATS = ["text", "json", "sarif", "github"]


@click.command()
@click.argument("specs", nargs=-1, type=click.Path(path_type=Path, dir_okay=False), metavar="[SPEC]...")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--open-drafts", is_flag=True, help="Warn only of what merely keeps a draft from approval.")
@click.option("--format", "fmt", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--explain", metavar="CODE", help="Show what a code means, and nothing else.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day of the check; today."
)
@reported
def check(
    specs: tuple[Path, ...], strict: bool, open_drafts: bool, fmt: str, explain: str | None, day: datetime | None
) -> None:
    """Name every fault of the specs, with its place and how to mend it."""
    if explain is not None:
        _explain(explain)
        return
    from sopgen.cli.findings import FORMATS
    from sopgen.jobs.check import all_problems, eased
    from sopgen.workspace import editions

    paths = editions(specs)
    found = all_problems(paths, day.date() if day else date.today())
    if open_drafts:
        found = eased(found, paths)
    click.echo(FORMATS[fmt](found))
    if any(problem.severity == "error" or (strict and problem.severity == "warning") for problem in found):
        sys.exit(1)


def _explain(code: str) -> None:
    from sopgen.cli.rule_pages import on_terminal
    from sopgen.lint.pages.all import PAGES

    page = PAGES.get(code.upper())
    if page is None:
        raise click.UsageError(
            say('"{code}" is no code of sopgen; {known}', code=code, known=nearest(code.upper(), PAGES))
        )
    click.echo(on_terminal(page))
