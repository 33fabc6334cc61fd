"""What stands in one of a folder's two templates only: Word and PDF would not show the same."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from sopgen.errors import Problem
from sopgen.jobs.templates.sample import WORD, sample, shipped_sample
from sopgen.messages import say
from sopgen.render.word.named import unnamed_tables

TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}")
# A remark in a Typst template, and a part of a value's name there, as of `d.kepala_tambahan`: neither is printed.
NOT_PRINTED: Final = re.compile(r"(?<!:)//.*|\.\w+|\w+_\w+")
TOLD: Final = 8


def only_in_word(document: Document, word: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield what the Word template has and the Typst template lacks; without a Typst template Word makes the PDF."""
    typst = word.with_suffix(".typ")
    if not typst.is_file():
        return
    printed = set(WORD.findall(NOT_PRINTED.sub(" ", _typst_text(typst))))
    for text in _own_words(document):
        if any(one not in printed for one in WORD.findall(text)):
            yield _in_word_only(word, typst, f'"{text}"')
    if document.element.body.find(f".//{qn('wp:docPr')}") is not None:
        yield _in_word_only(word, typst, say("a picture"))
    if unnamed_tables(document, names):
        yield _in_word_only(word, typst, say("a table without a name that the program knows"))


def only_in_pdf(word: Path, typst: Path) -> Iterator[Problem]:
    """Yield the words that a changed Typst template prints and the Word template does not, for the shipped edition.

    Both are compared with the shipped templates: what these print otherwise, such as charts, is no difference.
    Raises TemplateError where either can not be used.
    """
    name, root = word.parent.name, word.parents[1]
    word_now, pdf_now = sample(name, root)
    word_then, pdf_then = shipped_sample(name)
    only = (pdf_now - pdf_then) - (word_now - word_then) + ((word_then - word_now) - (pdf_then - pdf_now))
    if only:
        words = list(only)
        told = " ".join(words[:TOLD]) + (" …" if len(words) > TOLD else "")
        what = say('"{text}" stands in the PDF only', text=told)
        fix = say("put it into {word} too, or take it out of {typst}", word=word.name, typst=typst.name)
        yield Problem(typst.as_posix(), _line_of(words[0], typst), 1, "TP03", what, fix, severity="warning")


def _line_of(word: str, typst: Path) -> int:
    lines = typst.read_text("utf-8", errors="replace").splitlines()
    return next((n for n, line in enumerate(lines, 1) if word in line), 1)


def _in_word_only(word: Path, typst: Path, thing: str) -> Problem:
    what = say("{thing} stands in Word only, where it may move what follows to other pages", thing=thing)
    fix = say("put it into {typst} too, or delete {typst}: then Word's file is printed as PDF", typst=typst.name)
    return Problem(word.as_posix(), 1, 1, "TP03", what, fix, severity="warning")


def _typst_text(typst: Path) -> str:
    """Return the text of a Typst template and of those beside its folder, which it may import."""
    return "\n".join(path.read_text("utf-8", errors="replace") for path in (typst, *typst.parents[1].glob("*.typ")))


def _own_words(document: Document) -> Iterator[str]:
    """Yield the words of a template that are no tags, paragraph by paragraph, those in page heads too."""
    parts = [document.element.body, *(section.header._element for section in document.sections)]
    for paragraph in (paragraph for part in parts for paragraph in part.iter(qn("w:p"))):
        text = TAG.sub(" ", "".join(one.text or " " for one in paragraph.iter(qn("w:t"), qn("w:tab"))))
        if WORD.search(text):
            yield " ".join(text.split())
