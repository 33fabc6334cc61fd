"""What a build makes of an edition whose pages are planned: the files, output by output, and their bytes."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Final

from sopgen.jobs.charts.drawn import charts, lined, table_svg
from sopgen.jobs.forms import blank_orders, follow_ups
from sopgen.jobs.work import PaperFiles, TypstContent, Work
from sopgen.model.chapters import template_of
from sopgen.plan.chapters.contents import ProsePlan
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.contract.flow_table import FlowTable
from sopgen.plan.contract.tags import as_data
from sopgen.read.own_folder import refuse_foreign
from sopgen.render import typst
from sopgen.render.templates import refuse_narrow
from sopgen.render.word.official import document as word
from sopgen.render.word.prose import document as prose


def outputs(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every output of an edition."""
    with ThreadPoolExecutor() as pool:
        for made in pool.map(lambda make: list(make(work)), OUTPUTS):
            yield from made


def document(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the official document, DOCX and PDF."""
    files = document_files(work)
    yield "sop.docx", files.docx
    yield "sop.pdf", files.pdf


def document_files(work: Work) -> PaperFiles:
    """Return what makes the official document."""
    plan, folder = work.pages.document, work.template_folder(template_of(work.edition.sop))
    refuse_foreign(folder)
    return _prose(work, plan, folder) if isinstance(plan, ProsePlan) else _form(work, plan, folder)


def _form(work: Work, plan: DocumentPlan, folder: Path) -> PaperFiles:
    refuse_narrow(plan.further_heads, folder / "sop.typ")
    drawn = _drawn(work, plan)
    data = as_data(replace(plan, charts=_as_text(drawn)))
    # What it reads lies in its own folder: that is what an approval is bound to.
    content = TypstContent(data, work.day, plan.watermark, root=folder)

    def docx() -> bytes:
        return word.render(plan, data, folder / "sop.docx", _pictures(drawn, plan))

    return PaperFiles(work, docx, folder / "sop.typ", content)


def _prose(work: Work, plan: ProsePlan, folder: Path) -> PaperFiles:
    annex = plan.annex
    refuse_narrow(annex.further_heads if annex else (), folder / "naskah-sop.typ")
    drawn = _drawn(work, annex) if annex else {}
    data = as_data(replace(plan, annex=replace(annex, charts=_as_text(drawn)) if annex else None))
    content = TypstContent(data, work.day, plan.watermark, root=folder)

    def docx() -> bytes:
        return prose.to_docx(plan, data, folder / "naskah-sop.docx", _pictures(drawn, annex) if annex else {})

    return PaperFiles(work, docx, folder / "naskah-sop.typ", content)


def _drawn(work: Work, table: FlowTable) -> dict[str, typst.SvgPage]:
    """Return the drawings of a flow table by their keys."""
    return {key: table_svg(work, drawing) for key, drawing in table.drawings.items()}


def _as_text(drawn: Mapping[str, typst.SvgPage]) -> dict[str, str]:
    return {key: picture.svg.decode() for key, picture in drawn.items()}


def _pictures(drawn: Mapping[str, typst.SvgPage], table: FlowTable) -> dict[str, bytes]:
    """Return the drawings as PNG, for readers that know no shapes."""
    return {key: typst.picture_png(lined(drawn[key], table, one.flow)) for key, one in table.drawings.items()}


OUTPUTS: Final[tuple[Callable[[Work], Iterator[tuple[str, bytes]]], ...]] = (
    document,
    charts,
    blank_orders,
    follow_ups,
)
