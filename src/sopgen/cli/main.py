"""The command line: what is typed and what is printed; the only place that exits."""

import sys
from pathlib import Path
from typing import Any

import click

from sopgen import VERSION
from sopgen.cli.check import check
from sopgen.cli.diff import diff
from sopgen.cli.edit import fix, revise
from sopgen.cli.exits import known_activity, reported
from sopgen.cli.form import form
from sopgen.cli.life import approve, record, status
from sopgen.cli.order import order, verify_order
from sopgen.cli.register import register
from sopgen.cli.sign import sign, verify
from sopgen.messages import say

# Rooms are imported inside the commands: `sopgen --help` must not wait for pydantic, Word and Typst.

SPEC = click.Path(path_type=Path, dir_okay=False)
CHART_FORMATS = ["svg", "pdf", "png", "dot", "bpmn", "drawio", "mermaid", "json"]
ENDINGS = {"mermaid": "mmd"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="sopgen")
def main() -> None:
    """Make the official document, flowcharts and task orders from the spec of an SOP."""
    # Windows consoles that know no UTF-8 must not stop a run at a letter they lack.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@main.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@reported
def new(directory: Path) -> None:
    """Make a working folder: spec/, templates/, checks for git and servers, ready to build."""
    from sopgen.workspace import start

    start(directory)
    named = f'"{directory}"' if " " in str(directory) else directory
    click.echo(say("{folder} is ready: cd {folder} && sopgen build", folder=named))


@main.command()
@click.argument("specs", nargs=-1, type=SPEC, metavar="[SPEC]...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("build"), show_default=True)
@click.option("--pdf-engine", type=click.Choice(["typst", "libreoffice"]), default="typst", show_default=True)
@click.option("--release", is_flag=True, help="Refuse an edition that is not approved as it stands.")
@reported
def build(specs: tuple[Path, ...], out: Path, pdf_engine: Any, release: bool) -> None:
    """Make every output of the editions: document, charts, blank task orders, manifest."""
    from sopgen.jobs.build import build_edition, refuse_twins
    from sopgen.jobs.life.release import refuse_unapproved
    from sopgen.read.load import load_edition
    from sopgen.workspace import editions, templates

    found = [load_edition(path) for path in editions(specs)]
    refuse_twins(found)
    if release:
        refuse_unapproved(found)
    for edition in found:
        folder = build_edition(edition, out, templates=templates(edition.path), pdf_engine=pdf_engine)
        click.echo(say("made {folder}", folder=folder))


@main.command()
@click.argument("spec", type=SPEC)
@click.option("--activity", help="The activity's id (A, B, ...); needed where there are several.")
@click.option("--to", "fmt", type=click.Choice(CHART_FORMATS), default="svg", show_default=True)
@click.option("--style", type=click.Choice(["resmi", "poster"]), default="resmi", show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="The file; <activity>.<format> by default."
)
@reported
def chart(spec: Path, activity: str | None, fmt: Any, style: Any, out: Path | None) -> None:
    """Draw the flowchart of one activity, or of all; `--style poster` is coloured and fills an A3 sheet."""
    from sopgen.files import write_file
    from sopgen.jobs.build import Work, chart_bytes
    from sopgen.jobs.check import checked
    from sopgen.workspace import templates

    work = Work(checked(spec), templates(spec))
    wanted = work.activities(known_activity(work, activity))
    if out is not None and len(wanted) > 1:
        raise click.UsageError(say("--out names one file: give --activity too"))
    made = [(out or Path(f"{one.id}.{ENDINGS.get(fmt, fmt)}"), chart_bytes(work, one, fmt, style)) for one in wanted]
    for path, content in made:
        write_file(path, content)
        click.echo(say("made {folder}", folder=path))


@main.command()
@reported
def schema() -> None:
    """Write the JSON Schemas that editors use, under spec/skema/."""
    from sopgen.files import write_file
    from sopgen.read.schema import schemas

    for name, text in schemas().items():
        write_file(Path("spec", "skema", name), text.encode())
        click.echo(say("made {folder}", folder=Path("spec", "skema", name)))


@main.command()
@reported
def doctor() -> None:
    """Say what is installed, what is missing, and what it is needed for."""
    from sopgen.tools.doctor import tools

    found = tools()
    for tool in found:
        state = tool.place or say("missing ({fix})", fix=tool.fix)
        click.echo(f"{tool.name:<16} {say(tool.job):<52} {state}")
    if any(tool.needed and not tool.place for tool in found):
        sys.exit(3)


for command in (check, revise, fix, diff, approve, status, record, form, order, verify_order, register, sign, verify):
    main.add_command(command)
