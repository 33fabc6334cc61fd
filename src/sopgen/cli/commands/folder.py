"""The commands that set a working folder up: the folder itself, its schemas, what must be installed."""

import sys
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, FOLDER, tell_made
from sopgen.errors import WrongUsage, with_fix
from sopgen.files import write_file
from sopgen.jobs.guide import DESK, GUIDES, guide_text
from sopgen.jobs.overlays.begin import folder_begun_from
from sopgen.messages import say, translated
from sopgen.read.schema import schemas
from sopgen.tools.doctor import tools
from sopgen.workspace import start


@click.command()
@click.argument("directory", type=FOLDER)
@click.option(
    "--contoh", "sample", metavar="NAME", help="Begin with a commented sample: kendali, permenpan, puskesmas ..."
)
@click.option("--base", type=FILE, help="Begin with an edition over this base, which the office above gave.")
@click.option("--title", help="With --base: the unit's name as documents print it, in quotes.")
@reported
def new(directory: Path, sample: str | None, base: Path | None, title: str | None) -> None:
    """Make a working folder: spec/, templates/, checks for git and servers, ready to build."""
    if base is None:
        start(directory, sample)
    elif sample or not title:
        raise WrongUsage(with_fix(say("--base goes with --title alone"), say("leave --contoh out, give --title")))
    else:
        tell_made(folder_begun_from(directory, base, title))
    named = f'"{directory}"' if " " in str(directory) else directory
    click.echo(say("{folder} is ready: cd {folder} && sopgen build", folder=named))


@click.command()
@reported
def schema() -> None:
    """Write the JSON Schemas that editors use, under spec/skema/."""
    for name, text in schemas().items():
        path = Path("spec", "skema", name)
        write_file(path, text.encode())
        tell_made(path)


@click.command()
@click.argument("name", type=click.Choice(list(GUIDES)), default=DESK)
@reported
def panduan(name: str) -> None:
    """Print the guide of the desk (meja), or that of the command line (perintah)."""
    click.echo(guide_text(name), nl=False)


@click.command()
@reported
def doctor() -> None:
    """Say what is installed, what is missing, and what it is needed for."""
    found = tools()
    for tool in found:
        state = tool.place or say("missing ({fix})", fix=tool.fix)
        click.echo(f"{tool.name:<16} {translated(tool.job):<52} {state}")
    if any(tool.needed and not tool.place for tool in found):
        sys.exit(3)
