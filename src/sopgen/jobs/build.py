"""The pipeline on one screen: spec → model → plan → bytes → build/."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Final, Literal

from sopgen.errors import SpecError
from sopgen.files import manifest, write_folder
from sopgen.jobs.chart_cache import FOLDER, ChartCache
from sopgen.jobs.check import sound
from sopgen.jobs.letters.maker import NAME, LetterMaker
from sopgen.jobs.provenance import provenance_of
from sopgen.messages import say
from sopgen.model.sop import Activity, Layout, Sop, SymbolText
from sopgen.plan.basis import basis, on_basis
from sopgen.plan.chart import ChartPlan, plan_chart
from sopgen.plan.document import Drawing, as_data, plan_document
from sopgen.plan.flow.one_sheet import plan_roomy_flow
from sopgen.plan.forms.table import FORMS, Form, FormPer, plan_form
from sopgen.plan.forms.table import as_data as form_data
from sopgen.plan.letter import BLANK, OrderTask, plan_order
from sopgen.plan.watermark import Watermark
from sopgen.read.load import Edition, load_edition
from sopgen.render import bpmn, chart, exchange, typst
from sopgen.render.word import document as word
from sopgen.render.word.form import to_docx as form_docx
from sopgen.tools import graphviz, libreoffice
from sopgen.workspace import example

PdfEngine = Literal["typst", "libreoffice"]
ChartFormat = Literal["svg", "pdf", "png", "dot", "json", "mermaid", "drawio", "bpmn"]
ChartStyle = Literal["resmi", "poster"]


@dataclass(frozen=True)
class Work:
    """An edition on its way to paper: what several outputs need is planned once."""

    edition: Edition
    templates: Path
    pdf_engine: PdfEngine = "typst"
    drawings: ChartCache | None = None

    @property
    def day(self) -> date:
        """The one date of all outputs."""
        return self.edition.sop.day

    def draw(self, dot: str) -> bytes:
        """Return Graphviz's drawing, a former one where nothing changed."""
        former = self.drawings.find(dot) if self.drawings else None
        made = former or graphviz.draw(dot)
        if self.drawings and not former:
            self.drawings.keep(dot, made)
        return made

    def ordering(self, day: date | None) -> Sop:
        """Return the SOP as task orders given on a day cite it; None for blank ones."""
        sop, unit = self.edition.sop, self.edition.unit
        return on_basis(sop, basis(sop, unit, self.edition.regulations, day))

    @cached_property
    def press(self) -> LetterMaker:
        """The press of the edition's task orders."""
        return LetterMaker(self.templates / NAME, by_office=self.pdf_engine == "libreoffice")

    def template_folder(self, name: str) -> Path:
        """Return a form's template folder; a working folder that is older than the form has the shipped one."""
        own = self.templates / name
        return own if own.is_dir() else example() / "templates" / name

    def activities(self, wanted: str | None = None) -> list[Activity]:
        """Return all activities, or the one that is wanted."""
        return [activity for activity in self.edition.sop.kegiatan if wanted in (None, activity.id)]


def build(path: Path, out: Path, *, templates: Path, pdf_engine: PdfEngine = "typst") -> Path:
    """Make every output of the edition in a file; return its folder. Nothing changes where anything fails."""
    return build_edition(load_edition(path), out, templates=templates, pdf_engine=pdf_engine)


def build_edition(edition: Edition, out: Path, *, templates: Path, pdf_engine: PdfEngine = "typst") -> Path:
    """Make every output of an edition that was read; return its folder. Nothing changes where anything fails."""
    # What is given out is drawn anew: whoever can write to build/ could change a kept drawing.
    kept = None if edition.life.released else ChartCache(out / FOLDER)
    work = Work(sound(edition), templates, pdf_engine, kept)
    files = dict(outputs(work))
    files["manifest.json"] = manifest(files, origin=asdict(provenance_of(edition, templates)))
    folder = out / work.edition.sop.name
    write_folder(folder, files)
    return folder


def refuse_twins(editions: Sequence[Edition]) -> None:
    """Raise SpecError where two editions would go to the same folder; Windows knows no case."""
    taken: dict[str, Path] = {}
    problems = []
    for edition in editions:
        other = taken.setdefault(edition.sop.name.casefold(), edition.path)
        if other is not edition.path:
            what = say('"{name}" is already the edition in {other}', name=edition.sop.name, other=other.as_posix())
            problems.append(edition.sop_source.problem("ID08", ("edisi",), what, say("choose another id or edition")))
    if problems:
        raise SpecError(problems)


def outputs(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every output of an edition."""
    with ThreadPoolExecutor() as pool:
        for made in pool.map(lambda make: list(make(work)), OUTPUTS):
            yield from made


def document(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the official document, DOCX and PDF."""
    sop, unit = work.edition.sop, work.edition.unit
    plan = plan_document(sop, unit, work.edition.emblem)
    drawn = {key: table_svg(work, drawing) for key, drawing in plan.drawings.items()}
    pictures = {key: typst.picture_png(picture) for key, picture in drawn.items()}
    docx = word.render(plan, work.templates / "sop" / "sop.docx", pictures)
    yield "sop.docx", docx
    data = {**as_data(plan), "charts": {key: picture.svg.decode() for key, picture in drawn.items()}}
    yield (
        "sop.pdf",
        _pdf(work, docx, work.templates / "sop" / "sop.typ", TypstContent(data, work.day, plan.watermark)),
    )


def charts(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the stand-alone chart of every activity in every format."""
    for activity in work.activities():
        picture = drawn_chart(work, chart_plan(work, activity), "resmi")
        yield f"charts/{activity.id}.svg", picture.svg
        yield f"charts/{activity.id}.pdf", typst.picture_pdf(picture, day=work.day)
        yield f"charts/{activity.id}.png", typst.picture_png(picture)


def forms(work: Work, wanted: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the blank task order of every activity, or of the wanted one, DOCX and PDF."""
    for activity in work.activities(wanted):
        for ending, content in order_files(work, activity):
            yield f"forms/surat-perintah-tugas-{activity.id}.{ending}", content


def follow_ups(work: Work, wanted: str | None = None, names: Iterable[str] = FORMS) -> Iterator[tuple[str, bytes]]:
    """Yield the blank forms that follow task orders, one an activity where they differ, DOCX and PDF."""
    for form in (FORMS[name] for name in names):
        by_activity = form.blank is FormPer.ACTIVITY or wanted
        for activity in work.activities(wanted) if by_activity else [None]:
            name = f"{form.name}-{activity.id}" if activity else form.name
            for ending, content in form_files(work, form, activity=activity):
                yield f"forms/{name}.{ending}", content


def with_fields(made: Iterable[tuple[str, bytes]], *, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield forms (each a DOCX, then its PDF) with fields to fill on the screen, dated `day`."""
    from sopgen.finish.fillable.form import fillable  # here, since it loads PDF libraries that a build does not need

    for stem, files in groupby(made, key=lambda one: one[0].rpartition(".")[0]):
        form = {name.rpartition(".")[2]: content for name, content in files}
        for ending, content in fillable(form, name=Path(stem).name, day=day).items():
            yield f"{stem}-isian.{ending}", content


def form_files(
    work: Work, form: Form, *, activity: Activity | None = None, task: OrderTask = BLANK
) -> Iterator[tuple[str, bytes]]:
    """Yield a form, blank or filled, by its ending: docx, then pdf."""
    folder = work.template_folder(form.name)
    plan = plan_form(form, (work.edition.sop, work.edition.unit), activity=activity, task=task)
    docx = form_docx(plan, folder / f"{form.name}.docx")
    yield "docx", docx
    yield (
        "pdf",
        _pdf(work, docx, folder / f"{form.name}.typ", TypstContent(form_data(plan), plan.day, plan.watermark)),
    )


def order_files(work: Work, activity: Activity, task: OrderTask = BLANK) -> Iterator[tuple[str, bytes]]:
    """Yield the task order, blank or filled, by its ending: docx, then pdf."""
    plan = plan_order(work.ordering(task.day), work.edition.unit, activity, task)
    yield from work.press.files(plan).items()


@contextmanager
def printing(work: Work, file: BinaryIO, *, day: date) -> Iterator[Callable[[str, bytes], None]]:
    """Begin a print run, a copy for each office of the unit's tembusan; yield what adds a letter (title, PDF)."""
    from sopgen.finish.print_run import run as print_run  # here: it loads a PDF library that a build does not need

    copies = max(1, len(work.edition.unit.surat_perintah.tembusan))
    run = print_run.PrintRun(file, day=day)
    yield lambda title, pdf: run.add(print_run.PrintedLetter(title, pdf, copies))
    run.finish()


OUTPUTS: Final[tuple[Callable[[Work], Iterator[tuple[str, bytes]]], ...]] = (
    document,
    charts,
    forms,
    follow_ups,
)


def chart_plan(work: Work, activity: Activity) -> ChartPlan:
    """Return one activity's stand-alone chart; its lanes are as wide as its lines need.

    Where the table has a row a step, the words stand in its rows; alone, the chart must carry them itself.
    """
    sop = work.edition.sop
    words = SymbolText.WORDS if sop.tata_letak is Layout.PER_STEP else sop.isi_simbol
    flow = plan_roomy_flow(activity.alur, sop.pelaksana, words=words, activity=activity.id)
    return plan_chart(sop, activity, flow)


def chart_bytes(work: Work, activity: Activity, fmt: ChartFormat, style: ChartStyle = "resmi") -> bytes:
    """Return one activity's stand-alone chart in a format and a style."""
    return CHARTS[fmt](work, chart_plan(work, activity), style)


def drawn_chart(work: Work, plan: ChartPlan, style: ChartStyle) -> typst.SvgPage:
    """Return the chart as Graphviz draws it: at its own size, or as a poster on A3."""
    dot = chart.chart_dot(plan, STYLES[style])
    svg = chart.exact_svg(
        work.draw(dot),
        plan.flow,
        width=plan.width,
        height=plan.height,
        title=plan.title,
        description=plan.description,
    )
    if plan.watermark:
        svg = chart.marked(svg, plan.watermark)
    size = (plan.width, plan.height)
    if style == "poster":
        size = A3 if plan.width > plan.height else (A3[1], A3[0])
        svg = chart.on_paper(svg, plan, size)
    keywords = (plan.watermark.word,) if plan.watermark else ()
    return typst.SvgPage(svg, *size, plan.title, plan.description, work.edition.unit.nama, keywords)


STYLES: Final = {"resmi": chart.OFFICIAL, "poster": chart.POSTER}
A3: Final = (420.0, 297.0)
CHARTS: Final[dict[ChartFormat, Callable[[Work, ChartPlan, ChartStyle], bytes]]] = {
    "svg": lambda work, plan, style: drawn_chart(work, plan, style).svg,
    "pdf": lambda work, plan, style: typst.picture_pdf(drawn_chart(work, plan, style), day=work.day),
    "png": lambda work, plan, style: typst.picture_png(drawn_chart(work, plan, style)),
    "dot": lambda _, plan, style: chart.chart_dot(plan, STYLES[style]).encode(),
    "json": lambda _, plan, __: exchange.to_json(plan).encode(),
    "mermaid": lambda _, plan, __: exchange.to_mermaid(plan).encode(),
    "drawio": lambda _, plan, __: exchange.to_drawio(plan),
    "bpmn": lambda _, plan, __: bpmn.to_bpmn(plan),
}


def table_svg(work: Work, drawing: Drawing) -> typst.SvgPage:
    """Return a flow as it stands in the flow table."""
    flow, title, description = drawing.flow, drawing.title, drawing.description
    drawn = work.draw(chart.table_dot(flow, title))
    svg = chart.exact_svg(drawn, flow, width=flow.width, height=flow.height, title=title, description=description)
    return typst.SvgPage(svg, flow.width, flow.height, title, description, work.edition.unit.nama)


@dataclass(frozen=True)
class TypstContent:
    """What a template for PDF is told: the plan's data, the day of the properties, the word across every page."""

    data: dict[str, object]
    day: date
    mark: Watermark | None


def _pdf(work: Work, docx: bytes, template: Path, told: TypstContent) -> bytes:
    """Typeset the PDF; a template folder without .typ, or the wish of the user, has the DOCX itself printed."""
    if work.pdf_engine == "libreoffice" or not template.is_file():
        return libreoffice.to_pdf(docx, day=told.day)
    return typst.render(template, told.data, day=told.day, mark=told.mark)
