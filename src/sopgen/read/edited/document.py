"""From the bytes of a Word document to its texts with what was changed in them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from sopgen.messages import say
from sopgen.model.edited.document import EditedDocument, Hand, WordRemark
from sopgen.read.edited.identity import read_identity
from sopgen.read.edited.names import local, value, w
from sopgen.read.edited.package import content_of, parts_of, refused
from sopgen.read.edited.pieces import hand_of
from sopgen.read.edited.story import Story
from sopgen.read.edited.texts import texts_of

# More than any SOP has.
MOST_TEXTS: Final = 50_000
# Tracked changes of form alone, by what they change.
CHANGES_OF_FORM: Final = {
    "rPrChange": "words",
    "pPrChange": "paragraphs",
    "tblPrChange": "tables",
    "tblGridChange": "tables",
    "trPrChange": "rows",
    "tcPrChange": "cells",
    "sectPrChange": "pages",
}


def load_edited(path: Path) -> EditedDocument:
    """Return an edited document; raise SopgenError with one line where the file is no plain DOCX within bounds."""
    return edited_document(path.name, content_of(path))


def edited_document(name: str, content: bytes) -> EditedDocument:
    """Return the document of these bytes; `name` is the file's in messages. Raises SopgenError as `load_edited`."""
    parts = parts_of(name, content)
    body = parts["document"].find(w("body"))
    paragraphs = [] if body is None else Story(body).paragraphs
    if len(paragraphs) > MOST_TEXTS:
        raise refused(name, say("it has {count} paragraphs", count=len(paragraphs)), say("name the edited SOP"))
    remarks = _remarks(parts)
    texts = tuple(texts_of(paragraphs, remarks))
    placed = {remark for text in texts for remark in text.remarks}
    loose = tuple(remark for remark in remarks.values() if remark not in placed)
    return EditedDocument(texts, read_identity(parts), _formats(parts["document"]), loose)


def _remarks(parts: Mapping[str, etree._Element]) -> dict[str, WordRemark]:
    root = parts.get("comments")
    return {} if root is None else {value(one, "id"): _remark(one) for one in root.iter(w("comment"))}


def _remark(comment: etree._Element) -> WordRemark:
    lines = ("".join(text.text or "" for text in one.iter(w("t"))) for one in comment.iter(w("p")))
    author, date = hand_of(comment)
    return WordRemark(Hand(author, date), " ".join(" ".join(lines).split()))


def _formats(document: etree._Element) -> dict[str, int]:
    names = (CHANGES_OF_FORM.get(local(one)) for one in document.iter())
    return dict(Counter(name for name in names if name))
