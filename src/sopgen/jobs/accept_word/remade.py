"""The document of an edition, made again as it was issued: its texts, and where each stands in the spec.

It is made twice, plain and with marks (see compare.edited.marks), both without the pictures of its charts.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from sopgen.compare.edited.marks import marked
from sopgen.compare.edited.places import IssuedText, issued_texts
from sopgen.errors import PlanError
from sopgen.jobs.pages import at_places, document_looks, plan_by
from sopgen.model.chapters import template_of
from sopgen.model.edited.document import EditedText
from sopgen.plan.chapters.contents import ProsePlan
from sopgen.plan.contract.tags import as_data
from sopgen.read.edited.document import edited_document
from sopgen.read.load import Edition
from sopgen.render.word.official import document as word
from sopgen.render.word.prose import document as prose
from sopgen.workspace import template_folder


class _NoPictures(Mapping[str, bytes]):
    """One dot in the place of every chart's picture, which nobody is to see."""

    def __getitem__(self, key: str) -> bytes:
        return _dot()

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@cache
def _dot() -> bytes:
    from PIL import Image  # here, since few commands need it

    out = io.BytesIO()
    Image.new("L", (1, 1)).save(out, "PNG")
    return out.getvalue()


def issued_again(edition: Edition, templates: Path) -> list[IssuedText]:
    """Return the texts of an edition's document with their places, by the templates of a folder.

    Raises SpecError where its pages can not be planned.
    """
    with_marks, places = marked(edition.sop)
    return issued_texts(_texts(edition, templates), _texts(replace(edition, sop=with_marks), templates), places)


def _texts(edition: Edition, templates: Path) -> tuple[EditedText, ...]:
    return edited_document(edition.path.name, without_pictures(edition, templates)).texts


def without_pictures(edition: Edition, templates: Path) -> bytes:
    """Return an edition's document (DOCX) with a dot in the place of every chart's picture."""
    try:
        plan = plan_by(edition, document_looks(edition, templates))
    except PlanError as error:
        raise at_places(edition, error.refusals) from error
    folder, data = template_folder(templates, template_of(edition.sop)), as_data(plan)
    if isinstance(plan, ProsePlan):
        return prose.to_docx(plan, data, folder / "naskah-sop.docx", _NoPictures())
    return word.render(plan, data, folder / "sop.docx", _NoPictures())
