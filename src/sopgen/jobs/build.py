"""The pipeline on one screen: spec → model → plan → bytes → build/."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, SpecError, together
from sopgen.files import manifest, write_folder
from sopgen.jobs.chart_cache import FOLDER, ChartCache
from sopgen.jobs.charts import charts, table_svg
from sopgen.jobs.check import sound
from sopgen.jobs.forms import blank_orders, follow_ups
from sopgen.jobs.life.release import refuse_other_bytes, refuse_unapproved
from sopgen.jobs.provenance import provenance_of
from sopgen.jobs.work import PdfEngine, TypstContent, Work
from sopgen.messages import say
from sopgen.plan.contract.tags import as_data
from sopgen.read.load import Edition, load_edition
from sopgen.read.own_folder import refuse_foreign
from sopgen.render import typst
from sopgen.render.word.official import document as word
from sopgen.workspace import editions
from sopgen.workspace import templates as templates_of


@dataclass(frozen=True)
class BuildRequest:
    """Which editions are to be made (none named: all here), where to, how; `release`: only what is approved."""

    specs: Sequence[Path] = ()
    out: Path = Path("build")
    pdf_engine: PdfEngine = "typst"
    release: bool = False


def build_all(asked: BuildRequest) -> Iterator[Path]:
    """Make every output of each edition that can be made, and yield its folder.

    Raises SopgenError at the end with every fault of the others; what was made of them before stays as it is.
    """
    faults: list[SopgenError] = []
    for edition in _apart(_readable(editions(asked.specs), faults), faults):
        try:
            if asked.release:
                refuse_unapproved([edition])
            folder = build_edition(
                edition, asked.out, templates=templates_of(edition.path), pdf_engine=asked.pdf_engine
            )
        except SopgenError as error:
            faults.append(error)
        else:
            yield folder
    if faults:
        raise together(faults)


def _readable(paths: Sequence[Path], faults: list[SopgenError]) -> Iterator[Edition]:
    for path in paths:
        try:
            yield load_edition(path)
        except SpecError as error:
            faults.append(error)


def _apart(found: Iterator[Edition], faults: list[SopgenError]) -> list[Edition]:
    """Return the editions that have an output folder of their own; Windows knows no case."""
    by_folder: dict[str, list[Edition]] = {}
    for edition in found:
        by_folder.setdefault(edition.sop.name.casefold(), []).append(edition)
    twins = [_twin(other, first.path) for first, *others in by_folder.values() for other in others]
    if twins:
        faults.append(SpecError(twins))
    return [alone for alone, *others in by_folder.values() if not others]


def _twin(edition: Edition, other: Path) -> Problem:
    what = say('"{name}" is already the edition in {other}', name=edition.sop.name, other=other.as_posix())
    return edition.sop_source.problem("ID08", ("edisi",), what, say("choose another id or edition"))


def build(path: Path, out: Path, *, templates: Path, pdf_engine: PdfEngine = "typst") -> Path:
    """Make every output of the edition in a file; return its folder. Nothing changes where anything fails."""
    return build_edition(load_edition(path), out, templates=templates, pdf_engine=pdf_engine)


def build_edition(edition: Edition, out: Path, *, templates: Path, pdf_engine: PdfEngine = "typst") -> Path:
    """Make every output of an edition that was read; return its folder. Nothing changes where anything fails."""
    # What is given out is drawn anew: whoever can write to build/ could change a kept drawing.
    kept = None if edition.life.released else ChartCache(out / FOLDER)
    work = Work(sound(edition), templates, pdf_engine, kept)
    work.pages  # noqa: B018  (planned before anything is drawn: what is refused is told at once, and whole)
    files = dict(outputs(work))
    if edition.life.released:
        refuse_other_bytes(edition, _comparable(files, pdf_engine))
    files["manifest.json"] = manifest(files, origin=asdict(provenance_of(edition, templates)))
    folder = out / work.edition.sop.name
    write_folder(folder, files)
    return folder


def _comparable(files: Mapping[str, bytes], pdf_engine: PdfEngine) -> Mapping[str, bytes]:
    """Return the files that an approval keeps: of LibreOffice's PDF it knows the DOCX that was printed."""
    return files if pdf_engine == "typst" else {name: files[name] for name in files if name.endswith(".docx")}


def outputs(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every output of an edition."""
    with ThreadPoolExecutor() as pool:
        for made in pool.map(lambda make: list(make(work)), OUTPUTS):
            yield from made


def document(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the official document, DOCX and PDF."""
    plan, folder = work.pages.document, work.template_folder("sop")
    refuse_foreign(folder)
    drawn = {key: table_svg(work, drawing) for key, drawing in plan.drawings.items()}
    pictures = {key: typst.picture_png(picture) for key, picture in drawn.items()}
    data = as_data(replace(plan, charts={key: picture.svg.decode() for key, picture in drawn.items()}))
    docx = word.render(plan, data, folder / "sop.docx", pictures)
    yield "sop.docx", docx
    # What it reads lies in its own folder: that is what an approval is bound to.
    yield "sop.pdf", work.pdf(docx, folder / "sop.typ", TypstContent(data, work.day, plan.watermark, root=folder))


OUTPUTS: Final[tuple[Callable[[Work], Iterator[tuple[str, bytes]]], ...]] = (
    document,
    charts,
    blank_orders,
    follow_ups,
)
