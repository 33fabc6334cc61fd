"""What a build makes of an edition whose pages are planned: the files, output by output, and their bytes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

from sopgen.jobs.charts.drawn import charts, lined, table_svg
from sopgen.jobs.forms import blank_orders, follow_ups
from sopgen.jobs.work import TypstContent, Work
from sopgen.plan.contract.tags import as_data
from sopgen.read.own_folder import refuse_foreign
from sopgen.render import typst
from sopgen.render.word.official import document as word


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
    pictures = {key: typst.picture_png(lined(drawn[key], plan, one.flow)) for key, one in plan.drawings.items()}
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
