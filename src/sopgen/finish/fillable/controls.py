"""Content controls over the places to write of a Word file (ISO/IEC 29500-1, 17.5.2)."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Final
from uuid import NAMESPACE_OID, uuid5

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from sopgen.finish.fillable.places import DOTS, Labels, WritingPlace
from sopgen.finish.fillable.word_cells import NS, Element, cell_label, is_empty, text_of, value_of, words_above

GLOSSARY: Final = RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT
# Dots that begin or end a run may go on in the next one: Word splits runs at every edit.
PIECES: Final = re.compile(r"(\.{5,}|^\.+|\.+$)")
# What an empty cell shows: room for the pointer, and nothing on paper.
ROOM: Final = "\u00a0" * 8


def with_controls(letter: bytes) -> tuple[bytes, list[WritingPlace | None]]:
    """Return the Word file with a content control at each place to write, and the places in their order.

    An empty cell that is not for typing is None.
    """
    document = docx.Document(io.BytesIO(letter))
    form = _Form(document)
    # A list: the walk must not meet what is put in on the way.
    for element in list(document.element.body.iter(qn("w:tc"), qn("w:p"))):
        if element.tag == qn("w:p"):
            form.paragraph(element)
        elif is_empty(element, document.styles.element):
            form.cell(element)
    form.keep_placeholders()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), form.places


class _Form:
    """A Word file on its way to be fillable."""

    def __init__(self, document: Document) -> None:
        self.places: list[WritingPlace | None] = []
        self._part = document.part
        self._labels = Labels()
        # A template with a glossary of its own keeps it; an emptied control then shows Word's standard words.
        self._has_glossary = any(rel.reltype == GLOSSARY for rel in document.part.rels.values())
        self._placeholders: dict[bytes, tuple[str, Element]] = {}
        ids = document.element.body.iterfind(".//w:sdtPr/w:id", NS)
        self._next = max((int(value_of(one) or 0) for one in ids), default=0) + 1

    def paragraph(self, paragraph: Element) -> None:
        """Put each dotted line of a paragraph into a control."""
        text = "".join(map(text_of, paragraph.findall("w:r", NS)))
        if not DOTS.search(text):
            self._labels.hear(text_of(paragraph))
            return
        self._labels.hear(words_above(paragraph))
        alone = _is_centred(paragraph) and DOTS.fullmatch(text.strip()) is not None
        before, end = "", 0
        for dotted, group in groupby(_pieces(paragraph), _is_dotted):
            runs = list(group)
            words = "".join(map(text_of, runs))
            end += len(words)
            if dotted and DOTS.fullmatch(words):
                label = self._labels.after(before)
                centred = alone or _is_enclosed(text, end - len(words), end)
                self._wrap(runs, self._labels.place(label, dots=len(words), before=before, centred=centred))
                before = ""
            else:
                before += words
        self._labels.hear(before)

    def cell(self, cell: Element) -> None:
        """Put a control into an empty cell."""
        label = cell_label(cell)
        if label is None:
            self.places.append(None)
            return
        paragraph = cell.find("w:p", NS)
        assert paragraph is not None
        _let_grow(cell)
        old = paragraph.findall("w:r", NS)
        run = _element("w:r", *(_form(old[0]) if old else []), _words(ROOM))
        paragraph[:] = [*(part for part in paragraph if part not in old), run]
        self._wrap([run], self._labels.place(label, centred=_is_centred(paragraph)))

    def keep_placeholders(self) -> None:
        """Add what an emptied control shows again (the glossary part)."""
        parts = _element("w:docParts", *(part for _, part in self._placeholders.values()))
        if len(parts):
            name = PackURI("/word/glossary/document.xml")
            glossary = _element("w:glossaryDocument", parts)
            part = XmlPart(name, CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, glossary, self._part.package)
            self._part.relate_to(part, GLOSSARY)

    def _wrap(self, runs: Sequence[Element], place: WritingPlace) -> None:
        """Put runs into a control: typing replaces them, and takes on their form."""
        kind = _date() if place.date else _element("w:text", **({} if place.dots else {"multiLine": "1"}))
        settings = _element(
            "w:sdtPr",
            *_form(runs[0]),
            _element("w:alias", val=place.label),
            _element("w:tag", val=place.name),
            _element("w:id", val=str(self._next)),
            *([] if self._has_glossary else [self._placeholder(runs)]),
            _element("w:showingPlcHdr"),
            kind,
        )
        content = OxmlElement("w:sdtContent")
        runs[0].addprevious(_element("w:sdt", settings, content))
        content.extend(runs)
        self._next += 1
        self.places.append(place)

    def _placeholder(self, runs: Sequence[Element]) -> Element:
        """Keep runs for the glossary; return the reference to them."""
        key = b"".join(map(etree.tostring, runs))
        new = f"Isian{len(self._placeholders) + 1}"
        name, _ = self._placeholders.setdefault(key, (new, _doc_part(new, runs)))
        return _element("w:placeholder", _element("w:docPart", val=name))


def _is_centred(paragraph: Element) -> bool:
    side = paragraph.find("w:pPr/w:jc", NS)
    return side is not None and value_of(side) == "center"


def _let_grow(cell: Element) -> None:
    """Let the cell's row keep its height while it is empty, and grow with what is typed: no words may be cut."""
    height = next(cell.iterancestors(qn("w:tr"))).find("w:trPr/w:trHeight", NS)
    if height is not None:
        height.set(qn("w:hRule"), "atLeast")


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """Say whether other letters touch a dotted line on both sides, as in 12/..../2026."""
    return bool(text[:start][-1:].strip() and text[end:][:1].strip())


def _pieces(paragraph: Element) -> Iterator[Element]:
    """Give each piece of dots a run of its own; yield all runs."""
    for error in paragraph.findall("w:proofErr", NS):
        paragraph.remove(error)
    for run in paragraph.findall("w:r", NS):
        pieces = [_element("w:r", *_form(run), part) for part in _parts(run)]
        for piece in pieces:
            run.addprevious(piece)
        paragraph.remove(run)
        yield from pieces


def _parts(run: Element) -> Iterator[Element]:
    for part in list(run):
        if part.tag == qn("w:t"):
            yield from map(_words, filter(None, PIECES.split(part.text or "")))
        elif part.tag != qn("w:rPr"):
            yield part


def _form(run: Element) -> list[Element]:
    return [deepcopy(form) for form in run.findall("w:rPr", NS)]


def _is_dotted(run: Element) -> bool:
    text = text_of(run)
    return bool(text) and not text.strip(".")


def _words(text: str) -> Element:
    element = OxmlElement("w:t")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def _date() -> Element:
    """Return the settings of a control that offers a calendar."""
    return _element(
        "w:date",
        _element("w:dateFormat", val="d MMMM yyyy"),
        _element("w:lid", val="id-ID"),
        _element("w:storeMappedDataAs", val="dateTime"),
        _element("w:calendar", val="gregorian"),
    )


def _doc_part(name: str, runs: Iterable[Element]) -> Element:
    """Return a placeholder as the glossary part keeps it (17.12.3)."""
    settings = _element(
        "w:docPartPr",
        _element("w:name", val=name),
        _element("w:category", _element("w:name", val="General"), _element("w:gallery", val="placeholder")),
        _element("w:types", _element("w:type", val="bbPlcHdr")),
        _element("w:behaviors", _element("w:behavior", val="content")),
        _element("w:guid", val=f"{{{uuid5(NAMESPACE_OID, name)}}}".upper()),
    )
    return _element("w:docPart", settings, _element("w:docPartBody", _element("w:p", *map(deepcopy, runs))))


def _element(tag: str, /, *children: Element, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(tag)  # type: ignore[assignment]
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    element.extend(children)
    return element
