"""The command that tells what was done to an office's records."""

import click

from sopgen.cli.exits import reported
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.office.log import logged
from sopgen.messages import say
from sopgen.workspace import working_folder


@click.command()
@click.option("--last", type=click.IntRange(1), default=100, show_default=True, help="How many acts.")
@reported
def log(last: int) -> None:
    """Tell what was done at the desk to the office's records: when, by whom, what; the newest first."""
    home = working_folder()
    if home is None:
        raise SopgenError(
            with_fix(say("there is no satuan.yaml, here or in a folder above"), say("write spec/satuan.yaml"))
        )
    for one in logged(home, last):
        click.echo(f"{one.waktu}  {one.siapa}  {one.words}: {one.tentang}")
