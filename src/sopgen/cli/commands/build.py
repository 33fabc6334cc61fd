"""The commands that make the outputs of editions: all of them, or a chart alone."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from sopgen.cli.exits import reported
from sopgen.cli.finding_formats import FINDING_FORMATS
from sopgen.cli.options import FILE, FOLDER, in_record, tell_made, tell_unchanged
from sopgen.errors import Problem, SopgenError, problems_in
from sopgen.files import write_file
from sopgen.jobs.charts.request import ChartFormat, ChartRequest, ChartStyle
from sopgen.jobs.overlays.units import UnitsRequest
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.jobs.rebuild.trace import unchanged
from sopgen.model.page import PdfEngine


@dataclass(frozen=True)
class BuildOptions:
    """What `build` takes."""

    specs: tuple[Path, ...]
    out: Path
    pdf_engine: PdfEngine
    release: bool
    force: bool
    fmt: str
    units: bool
    workers: int | None
    scheduler: str | None

    @property
    def asked(self) -> BuildRequest:
        """Which editions are to be made, and how."""
        return BuildRequest(self.specs, self.out, self.pdf_engine, self.release)

    @property
    def asked_of_units(self) -> UnitsRequest:
        """Which units' editions are to be made, and how."""
        return UnitsRequest(self.specs, self.out, self.pdf_engine, self.release, self.workers, self.scheduler)

    def tell(self, faults: Sequence[Problem]) -> None:
        """Say the faults that have a place to the program that asked for them."""
        if self.fmt != "text":
            from sopgen.cli.findings import FORMATS  # here, since it loads the pages of all rules

            click.echo(FORMATS[self.fmt](faults))


class SpecOrUnit(click.Path):
    """The file of an edition, or with --units the folder of a unit."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path; refuse a folder where editions are meant."""
        return Path(value) if ctx and ctx.params.get("units") else super().convert(value, param, ctx)


@click.command()
@click.argument("specs", nargs=-1, type=SpecOrUnit(), metavar="[SPEC]...")
@click.option("--out", type=FOLDER, default=Path("build"), show_default=True)
@click.option("--pdf-engine", type=click.Choice(get_args(PdfEngine)), default="typst", show_default=True)
@click.option("--release", is_flag=True, help="Refuse an edition that is not approved as it stands.")
@click.option("--force", is_flag=True, help="Make again what did not change, too.")
@click.option(
    "--format",
    "fmt",
    type=click.Choice(FINDING_FORMATS),
    default="text",
    show_default=True,
    help="How faults are told.",
)
@click.option(
    "--units",
    is_flag=True,
    is_eager=True,
    help="What is named are units: folders such as satuan/polres-a; or all of satuan/.",
)
@click.option("--workers", type=click.IntRange(1, 64), help="With --units: so many processes; one a processor.")
@click.option("--scheduler", help="With --units: dask://host:port of a cluster that makes the editions.")
@reported
@in_record(BuildOptions)
def build(options: BuildOptions) -> None:
    """Make every output of the editions: document, charts, blank task orders, manifest."""
    if options.units:
        _build_units(options)
        return
    for folder, anew in _built(options):
        (tell_made if anew else tell_unchanged)(folder, err=options.fmt != "text")
    options.tell(())


def _built(options: BuildOptions) -> Iterator[tuple[Path, bool]]:
    """Yield the output folder of each edition, and whether it was made; tell what the templates' looks warn of."""
    if not options.force and (folders := unchanged(options.asked)):
        yield from ((folder, False) for folder in folders)
        return
    # Here, since they load the planner and the rules: what stands needs neither.
    from sopgen.jobs.build import build_all
    from sopgen.jobs.rebuild.changed import build_changed
    from sopgen.jobs.templates.agreement import template_warnings

    for problem in template_warnings(options.specs):
        click.echo(problem, err=True)
    try:
        if options.force:
            yield from ((folder, True) for folder in build_all(options.asked))
        else:
            yield from ((one.folder, one.anew) for one in build_changed(options.asked))
    except SopgenError as error:
        options.tell(problems_in(error))
        raise


def _build_units(options: BuildOptions) -> None:
    """Make the editions of units, and tell each when it is made, the faults at the end."""
    from sopgen.jobs.overlays.build_units import SUMMARY, UnitsFailed, build_units  # here, since it loads workbooks

    err = options.fmt != "text"
    faults: list[Problem] = []
    try:
        for one in build_units(options.asked_of_units):
            if one.folder:
                tell_made(one.folder, err=err)
            faults += one.problems
            for line in (*(() if err else map(str, one.problems)), *filter(None, [one.said])):
                click.echo(line, err=True)
    except UnitsFailed:
        options.tell(faults)
        tell_made(options.out / SUMMARY, err=err)
        raise
    options.tell(())
    tell_made(options.out / SUMMARY, err=err)


@click.command()
@click.argument("spec", type=FILE)
@click.option("--activity", help="The activity's id (A, B, ...); needed where there are several.")
@click.option("--to", "fmt", type=click.Choice(get_args(ChartFormat)), default="svg", show_default=True)
@click.option("--style", type=click.Choice(get_args(ChartStyle)), default="resmi", show_default=True)
@click.option("--out", type=FILE, help="The file; <activity>.<format> by default.")
@reported
@in_record(ChartRequest)
def chart(asked: ChartRequest) -> None:
    """Draw the flowchart of one activity, or of all; `--style poster` is coloured, on A3 sheets."""
    from sopgen.jobs.charts.asked import asked_charts  # here, since it loads the writers of every format

    made = asked_charts(asked)
    for path, content in made.files.items():
        write_file(path, content)
        tell_made(path)
    for note in made.notes:
        click.echo(note, err=True)
