"""Fill a Word template: docxtpl with autoescape, a sandbox and no undefined names."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Final

from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sopgen.errors import TemplateError
from sopgen.render.word.habits import keep_sections, keep_table_names, mark_own_pictures

EMBLEM: Final = "Lambang satuan"
FORBIDDEN: Final = re.compile(
    rb'<!DOCTYPE|relationships/attachedTemplate|TargetMode\s*=\s*["\']External', re.IGNORECASE
)


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

    Raises TemplateError where the template is no Word file, holds a forbidden part (an outside link, a DOCTYPE)
    or a tag that has no value.
    """
    _refuse_forbidden_parts(template)
    document = DocxTemplate(io.BytesIO(template.read_bytes()))
    for prepare in (keep_sections, keep_table_names, mark_own_pictures):
        prepare(document.get_docx())
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    pictures = {
        key: InlineImage(document, io.BytesIO(picture), height=Mm(height))
        for key, (picture, height) in emblems.items()
    }
    try:
        document.render({**context, **pictures}, jinja, autoescape=True)
    except JinjaError as error:
        raise TemplateError(f"{template.name}: {error}") from error
    show_as(document, EMBLEM)
    _set_properties(document, properties)
    return document


def show_as(document: DocxTemplate, words: str) -> None:
    """Give the pictures that were put into the document's body their alternative text; others keep theirs."""
    for drawing in document.docx.element.iter(qn("wp:docPr")):
        if drawing.get("descr") in (None, EMBLEM):
            drawing.set("descr", words)


def save(document: DocxTemplate) -> bytes:
    """Return the document's bytes as python-docx writes them (see `_package.normalise` for the same bytes)."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _refuse_forbidden_parts(template: Path) -> None:
    try:
        with zipfile.ZipFile(template) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")) and FORBIDDEN.search(package.read(name)):
                    raise TemplateError(f"{template.name}: {name} holds an outside link or a DOCTYPE; remove it")
    except (OSError, zipfile.BadZipFile) as error:
        raise TemplateError(f"{template.name}: not a readable Word file; save it again as .docx") from error


def _set_properties(document: DocxTemplate, properties: Properties) -> None:
    moment = datetime.combine(properties.day, time(), UTC)
    core = document.docx.core_properties
    core.title, core.subject, core.author = properties.title, properties.subject, properties.author
    core.last_modified_by, core.language, core.comments = properties.author, "id-ID", ""
    core.keywords = core.content_status = properties.mark
    core.created = core.modified = moment
    core.revision = 1
