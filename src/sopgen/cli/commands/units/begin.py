"""The command that begins a unit from the bases of its office."""

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import tell_made
from sopgen.jobs.overlays.begin import UnitAsked, unit_begun


@click.command("new-unit")
@click.argument("name")
@click.option("--title", required=True, help="The unit's name as documents print it, in quotes.")
@click.option("--base", "bases", multiple=True, metavar="BASE", help="A base, such as fkpm/2026; all by default.")
@reported
def new_unit(name: str, title: str, bases: tuple[str, ...]) -> None:
    """Begin a unit: satuan/NAME/ with its spec/satuan.yaml, and an edition over each base."""
    for path in unit_begun(UnitAsked(name, title, bases)):
        tell_made(path)
