"""The command that opens the desk."""

from copy import copy
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FOLDER


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--browser/--no-browser", default=True, help="Open the browser, or only tell the address.")
@reported
def meja(folder: Path | None, *, browser: bool) -> None:
    """Open the desk in the browser: letters, SOPs and records without a command line."""
    from sopgen.desk.serve import serve  # here, since it loads a server

    serve(folder, browser=browser)


# The same command, for who thinks of it in English.
desk = copy(meja)
desk.name = "desk"
