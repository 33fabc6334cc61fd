"""What a changed Word template lacks, and where it no longer agrees with rupa.yaml and the Typst template."""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length
from docx.styles.style import ParagraphStyle

from sopgen.errors import Problem, SpecError, TemplateError
from sopgen.messages import say
from sopgen.model.look.base import Look
from sopgen.plan.forms.table import FORMS
from sopgen.read.look import LOOKS, load_look
from sopgen.render.word import matrix
from sopgen.render.word.habits import own_measures
from sopgen.render.word.letters import form, order
from sopgen.render.word.look import StyleLook
from sopgen.render.word.named import styles, table, unnamed_tables
from sopgen.render.word.official import document as official
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.trusted.package import checked

TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}")
WORD: Final = re.compile(r"[^\W\d_]{2,}")
# How a TemplateError goes on, in both languages.
FIX: Final = re.compile(r"\. (?:fix|perbaikan): ")
# Word rounds distances to twentieths of a point, and type sizes to halves.
NEAR: Final = 0.05


def _no_looks(_: object) -> Mapping[str, StyleLook]:
    """Return nothing: the sizes of letters and forms follow from their texts too, so that no file says them."""
    return {}


@dataclass(frozen=True)
class WordTemplate:
    """What the program knows of a Word template: its tables by name, those it must have, its styles."""

    tables: Sequence[str]
    needed: Sequence[str] = ()
    looks: Callable[[Any], Mapping[str, StyleLook]] = _no_looks


FORM: Final = WordTemplate(form.TABLES, form.NEEDED)
WORD_TEMPLATES: Final = {
    "sop": WordTemplate(("identitas",), ("identitas",), official.fixed_looks),
    "matriks-perubahan": WordTemplate(matrix.TABLES, matrix.TABLES, matrix.style_looks),
    "surat-perintah": WordTemplate((*order.TABLES, *order.ANNEX_TABLES), (*order.TABLES, *order.ANNEX_TABLES)),
    **dict.fromkeys(FORMS, FORM),
}


def folder_problems(folder: Path) -> list[Problem]:
    """Return the faults of a folder's rupa.yaml, what its Word template lacks, and where the two differ."""
    word, known = folder / f"{folder.name}.docx", WORD_TEMPLATES[folder.name]
    if not word.is_file():
        return []
    try:
        return _word_problems(word, load_look(folder, LOOKS[folder.name]), known)
    except SpecError as error:
        return error.problems
    except TemplateError as error:
        return [_refused(word, error)]


@from_template
def _word_problems(word: Path, look: Any, known: WordTemplate) -> list[Problem]:
    document = docx.Document(io.BytesIO(checked(word)))
    looks, face = known.looks(look), look.huruf if isinstance(look, Look) else ""
    return [
        *_missing(document, word, looks, known.needed),
        *_styles_that_differ(document, word, looks, face),
        *_own_measures(document, word, looks),
        *_only_in_word(document, word, known.tables),
    ]


def _refused(word: Path, error: TemplateError) -> Problem:
    """Return what the build will refuse."""
    what, _, fix = FIX.sub("\n", str(error).removeprefix(word.name).lstrip(": ")).partition("\n")
    return Problem(word.as_posix(), 1, 1, "TP01", what, fix)


def _missing(
    document: Document, word: Path, looks: Mapping[str, StyleLook], names: Sequence[str]
) -> Iterator[Problem]:
    """Yield what the build will refuse."""
    tries: list[Callable[[], object]] = [partial(styles, document, looks, word.name)]
    tries += [partial(table, document, name, word.name) for name in names]
    for attempt in tries:
        try:
            attempt()
        except TemplateError as error:
            yield _refused(word, error)


def _styles_that_differ(
    document: Document, word: Path, looks: Mapping[str, StyleLook], face: str
) -> Iterator[Problem]:
    fix = say("write it in rupa.yaml, which sets Word and PDF alike, or take it back in Word")
    for name, look in looks.items():
        try:
            style = styles(document, [name], word.name)[name]
        except TemplateError:
            continue
        for found, wanted in _differences(style, look, face):
            what = say(
                'style "{style}" has {found}, rupa.yaml says {wanted}, which counts',
                style=name,
                found=found,
                wanted=wanted,
            )
            yield Problem(word.as_posix(), 1, 1, "TP02", what, fix, severity="warning")


def _differences(style: ParagraphStyle, look: StyleLook, face: str) -> Iterator[tuple[str, str]]:
    """Yield what a style has and what the look says, where they differ."""
    own_face = _inherited(style, lambda one: one.font.name)
    if own_face and own_face != face:
        yield own_face, face
    size = _inherited(style, lambda one: one.font.size)
    if look.size is not None and size is not None and abs(size.pt - look.size) > 0.5 / 2:
        yield f"{size.pt:g} pt", f"{look.size:g} pt"
    form = style.paragraph_format
    line = form.line_spacing if isinstance(form.line_spacing, Length) else None
    for found, wanted in (
        (form.space_before, look.before),
        (form.space_after, look.after),
        (line, look.least if look.line is None else look.line),
    ):
        if found is not None and wanted is not None and abs(found.mm - wanted) > NEAR:
            yield f"{found.mm:.1f} mm", f"{wanted:g} mm"


def _inherited(style: ParagraphStyle, read: Callable[[ParagraphStyle], Any]) -> Any:
    """Return what a style has, or else the one that it is based on."""
    found, base = read(style), style.base_style
    return found if found is not None or not isinstance(base, ParagraphStyle) else _inherited(base, read)


def _own_measures(document: Document, word: Path, looks: Mapping[str, StyleLook]) -> Iterator[Problem]:
    names = {name.casefold() for name in looks if name != "Normal"}
    governed = [style for style in document.styles if (style.name or "").casefold() in names]
    for text in dict.fromkeys(own_measures(document, governed)):
        what = say('a face, size or distance set on "{text}" itself is not used', text=text)
        fix = say("change it in rupa.yaml, or in Word take it back: Clear All Formatting, then the style again")
        yield Problem(word.as_posix(), 1, 1, "TP02", what, fix, severity="warning")


def _only_in_word(document: Document, word: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield what the Word template has and the Typst template lacks; without a Typst template Word makes the PDF."""
    typst = word.with_suffix(".typ")
    if not typst.is_file():
        return
    printed = _typst_text(typst)
    for text in _own_words(document):
        if any(one not in printed for one in WORD.findall(text)):
            yield _in_word_only(word, typst, f'"{text}"')
    if document.element.body.find(f".//{qn('wp:docPr')}") is not None:
        yield _in_word_only(word, typst, say("a picture"))
    if unnamed_tables(document, names):
        yield _in_word_only(word, typst, say("a table without a name that the program knows"))


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
