"""The commands that hand an approved edition to another office, and take one from there."""

from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, FOLDER, tell_made
from sopgen.jobs.sharing.pack import packed
from sopgen.jobs.sharing.unpack import unpacked
from sopgen.messages import say


@click.command()
@click.argument("spec", type=FILE)
@click.option("--out", type=FILE, help="The file; <sop>-<edisi>.paket.zip by default.")
@reported
def pack(spec: Path, out: Path | None) -> None:
    """Make one signed file of an approved edition: spec, templates, outputs, records."""
    made = packed(spec, out)
    tell_made(made.path)
    if made.note:
        click.echo(made.note, err=True)


@click.command("open")
@click.argument("file", type=FILE)
@click.option("--out", type=FOLDER, help="The new folder; <sop>-<edisi> by default.")
@reported
def open_package(file: Path, out: Path | None) -> None:
    """Verify the package of another office, offline, and open it in a new folder."""
    made = unpacked(file, out)
    told = made.contents
    click.echo(
        say(
            "{title}, edition {edition}, {unit}: {state}; signed by the key {key}",
            title=told.judul,
            edition=told.edisi,
            unit=told.satuan,
            state=told.keadaan,
            key=made.key if made.key != "-" else say("of this office"),
        )
    )
    tell_made(made.folder)


open = open_package
