"""Fill a Word template: docxtpl with autoescape, a sandbox and no undefined names."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError as JinjaError
from lxml import etree

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.model.sop import UNDATED
from sopgen.render.word.habits import keep_sections, keep_table_names, mark_own_pictures
from sopgen.render.word.trusted.elements import active_content
from sopgen.render.word.trusted.language import (
    MOST_KEPT,
    OddTag,
    TagLanguage,
    TooMuch,
    refuse_odd_tags,
    refuse_odd_values,
)
from sopgen.render.word.trusted.package import checked, unreadable
from sopgen.render.word.trusted.words import value_words

EMBLEM: Final = "Lambang satuan"
RIGHT_EMBLEM: Final = "Lambang kedua satuan"
LONGEST_PROPERTY: Final = 255


@lru_cache(MOST_KEPT)
def _joined(part: str) -> str:
    """Return what docxtpl makes of a part's text, once a text: the forms of a run are filled from the same few."""
    return str(DocxTemplate.patch_xml(None, part))


class TaggedDocument(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template, whose parts are looked at before and after it works on them."""

    # The part that is being filled, its tags joined.
    patched = ""

    @property
    def part_name(self) -> str:
        """The part that is being filled."""
        part = getattr(self, "current_rendering_part", None)
        return str(part.partname).lstrip("/") if part is not None else "word/document.xml"

    def patch_xml(self, src_xml: str) -> str:
        """Join the tags that Word split; raise OddTag where one has no end."""
        refuse_odd_tags(src_xml)
        self.patched = _joined(src_xml)
        return self.patched

    def resolve_listing(self, xml: str) -> str:
        """Turn line ends into breaks; raise OddTag where the tags broke the part."""
        try:
            etree.fromstring(xml.encode())
        except etree.XMLSyntaxError as error:
            words = say("a loop or a condition begins in one paragraph, row or cell and ends in another")
            raise OddTag(words, 1) from error
        return str(super().resolve_listing(xml))


class Picture:
    """A picture as the tags see it: it can be printed, and has no attribute that they can reach."""

    __slots__ = ("_drawn",)

    def __init__(self, document: TaggedDocument, picture: bytes, height: float) -> None:
        self._drawn = InlineImage(document, io.BytesIO(picture), height=Mm(height))

    def __html__(self) -> str:
        """Return the drawing's XML; the sandbox keeps this name from the tags."""
        return str(self._drawn)

    __str__ = __html__


@dataclass(frozen=True)
class Properties:
    """What stands in the document's properties; `day` stands for every date, `mark` tells what is not in force."""

    title: str
    subject: str
    author: str
    day: date
    mark: str = ""


def fill(
    template: Path,
    context: Mapping[str, object],
    properties: Properties,
    emblems: Mapping[str, tuple[bytes, float]] = MappingProxyType({}),
) -> DocxTemplate:
    """Return the filled template, not yet saved; `emblems` are pictures by tag, each with its height in mm.

    Raises TemplateError where the template is no Word file, holds what none may (see `trusted`) or a tag that
    has no value.
    """
    refuse_odd_values(context)
    document = _opened(template)
    pictures = {key: Picture(document, picture, height) for key, (picture, height) in emblems.items()}
    try:
        document.render({**context, **pictures}, TagLanguage(), autoescape=True)
    except (JinjaError, ArithmeticError, LookupError, TypeError, RecursionError, SyntaxError) as error:
        raise _unfilled(template.name, document, error) from error
    _refuse_active_content(template.name, document)
    show_as(document, EMBLEM)
    stand_close(document.docx.element)
    _set_properties(document, properties)
    return document


def stand_close(element: BaseOxmlElement) -> None:
    """Have pictures stand where their line begins: LibreOffice keeps 3.2 mm beside one that says nothing of it."""
    for picture in element.iter(qn("wp:inline")):
        for side in ("distT", "distB", "distL", "distR"):
            if side not in picture.attrib:
                picture.set(side, "0")


def show_as(document: DocxTemplate, words: str) -> None:
    """Give the pictures that were put into the document's body their alternative text; others keep theirs."""
    for drawing in document.docx.element.iter(qn("wp:docPr")):
        if drawing.get("descr") in (None, EMBLEM):
            drawing.set("descr", words)


def show_last_as(document: DocxTemplate, words: str) -> None:
    """Give the last one of the pictures that were put into the document's body its alternative text."""
    *_, last = (one for one in document.docx.element.iter(qn("wp:docPr")) if one.get("descr") == EMBLEM)
    last.set("descr", words)


def save(document: DocxTemplate) -> bytes:
    """Return the document's bytes as python-docx writes them (see `_package.normalise` for the same bytes)."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(template: Path) -> TaggedDocument:
    document = TaggedDocument(io.BytesIO(checked(template)))
    try:
        word = document.get_docx()
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise unreadable(template.name) from error
    for prepare in (keep_sections, keep_table_names, mark_own_pictures):
        prepare(word)
    return document


def _unfilled(file: str, document: TaggedDocument, error: Exception) -> TemplateError:
    """Return why a template can not be filled, in which part."""
    return TemplateError(
        say(
            "{file}: {part}: a tag can not be filled: {reason}. fix: write it as in the shipped template; "
            "docs/templat-aman.md tells what a tag can do",
            file=file,
            part=document.part_name,
            reason=_reason(document, error),
        )
    )


def _reason(document: TaggedDocument, error: Exception) -> str:
    if isinstance(error, OddTag | TooMuch):
        return str(error.message)
    return value_words(document.patched, error)


def _refuse_active_content(file: str, document: TaggedDocument) -> None:
    """Raise TemplateError where tags made what no template may hold."""
    for part in document.docx.part.package.iter_parts():
        fault = active_content(part.element) if isinstance(part, XmlPart) else None
        if fault:
            what, fix = fault
            place = f"{file}: {part.partname.lstrip('/')}"
            raise TemplateError(say("{place} {what}. fix: {fix}", place=place, what=what, fix=fix))


def _property(text: str) -> str:
    """Return a text as a property of a Word file can hold it; the pages keep all of it."""
    return text if len(text) <= LONGEST_PROPERTY else f"{text[: LONGEST_PROPERTY - 1]}…"


def _set_properties(document: DocxTemplate, properties: Properties) -> None:
    moment = datetime.combine(properties.day, time(), UTC)
    core = document.docx.core_properties
    author = _property(properties.author)
    core.title, core.subject, core.author = _property(properties.title), _property(properties.subject), author
    core.last_modified_by, core.language, core.comments = author, "id-ID", ""
    core.keywords = core.content_status = properties.mark
    if properties.day != UNDATED:
        core.created = core.modified = moment
    core.revision = 1
