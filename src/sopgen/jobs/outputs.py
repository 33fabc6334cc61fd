"""What a build makes of an edition whose pages are planned: the files, output by output, and their bytes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Final

from sopgen.jobs.charts.drawn import charts, lined, table_svg
from sopgen.jobs.forms import blank_orders, follow_ups
from sopgen.jobs.work import TypstContent, Work
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
    plan, folder = work.pages.document, work.template_folder(template_of(work.edition.sop))
    refuse_foreign(folder)
    yield from _prose(work, plan, folder) if isinstance(plan, ProsePlan) else _form(work, plan, folder)


def _form(work: Work, plan: DocumentPlan, folder: Path) -> Iterator[tuple[str, bytes]]:
    refuse_narrow(plan.further_heads, folder / "sop.typ")
    charts, pictures = _drawn(work, plan)
    data = as_data(replace(plan, charts=charts))
    docx = word.render(plan, data, folder / "sop.docx", pictures)
    yield "sop.docx", docx
    # What it reads lies in its own folder: that is what an approval is bound to.
    yield "sop.pdf", work.pdf(docx, folder / "sop.typ", TypstContent(data, work.day, plan.watermark, root=folder))


def _prose(work: Work, plan: ProsePlan, folder: Path) -> Iterator[tuple[str, bytes]]:
    refuse_narrow(plan.annex.further_heads if plan.annex else (), folder / "naskah-sop.typ")
    charts, pictures = _drawn(work, plan.annex) if plan.annex else ({}, {})
    data = as_data(replace(plan, annex=replace(plan.annex, charts=charts) if plan.annex else None))
    docx = prose.to_docx(plan, data, folder / "naskah-sop.docx", pictures)
    yield "sop.docx", docx
    content = TypstContent(data, work.day, plan.watermark, root=folder)
    yield "sop.pdf", work.pdf(docx, folder / "naskah-sop.typ", content)


def _drawn(work: Work, table: FlowTable) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the drawings of a flow table by their keys: as SVG, and as PNG for readers that know no shapes."""
    drawn = {key: table_svg(work, drawing) for key, drawing in table.drawings.items()}
    pictures = {key: typst.picture_png(lined(drawn[key], table, one.flow)) for key, one in table.drawings.items()}
    return {key: picture.svg.decode() for key, picture in drawn.items()}, pictures


OUTPUTS: Final[tuple[Callable[[Work], Iterator[tuple[str, bytes]]], ...]] = (
    document,
    charts,
    blank_orders,
    follow_ups,
)
