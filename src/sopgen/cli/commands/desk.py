"""The command that opens the desk."""

from copy import copy
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FOLDER
from sopgen.messages import say


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--browser/--no-browser", default=True, help="Open the browser, or only tell the address.")
@click.option("--lan", is_flag=True, help="Let people of the office in from other computers, each by a PIN.")
@reported
def meja(folder: Path | None, *, browser: bool, lan: bool) -> None:
    """Open the desk in the browser: letters, SOPs and records without a command line."""
    from sopgen.desk.serve import serve, serve_network  # here, since it loads a server

    (serve_network if lan else serve)(folder, browser=browser)


@click.group("meja-orang")
def meja_orang() -> None:
    """Keep who may enter the desk from other computers (meja --lan): add, list, remove."""


@meja_orang.command()
@click.argument("name")
@reported
def add(name: str) -> None:
    """Let a person in by a PIN of six signs at least, or give another PIN; it is asked for, and not shown."""
    from sopgen.desk.door.people import desk_people  # here, as above

    pin = click.prompt(say("PIN"), hide_input=True, confirmation_prompt=say("PIN once more"))
    desk_people().add(name, pin)
    click.echo(say("{name} may enter", name=name))


@meja_orang.command("list")
@reported
def list_all() -> None:
    """List who may enter."""
    from sopgen.desk.door.people import desk_people  # here, as above

    for name in desk_people().names():
        click.echo(name)


@meja_orang.command()
@click.argument("name")
@reported
def remove(name: str) -> None:
    """Let a person in no more."""
    from sopgen.desk.door.people import desk_people  # here, as above

    desk_people().remove(name)
    click.echo(say("{name} may enter no more", name=name))


# The same command, for who thinks of it in English.
desk = copy(meja)
desk.name = "desk"
