"""What is found in a template folder by opening its Word template."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import docx
from docx.document import Document

from sopgen.errors import Problem, SpecError, TemplateError
from sopgen.jobs.templates.known import WORD_TEMPLATES, WordTemplate
from sopgen.jobs.templates.one_sided import only_in_pdf, only_in_word
from sopgen.jobs.templates.refused import refused
from sopgen.jobs.templates.restyled import restyled
from sopgen.read.look import LOOKS, load_look
from sopgen.render.templates import is_shipped
from sopgen.render.word.named import styles, table
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.trusted.package import checked
from sopgen.workspace import example


def _faults(read: Callable[[], object]) -> list[Problem]:
    try:
        read()
    except SpecError as error:
        return error.problems
    return []


def folder_problems(folder: Path) -> list[Problem]:
    """Return what the Word template of a folder lacks, and where it differs from rupa.yaml or the Typst template."""
    word, known = folder / f"{folder.name}.docx", WORD_TEMPLATES[folder.name]
    if not word.is_file():
        return []
    if faults := _faults(lambda: load_look(folder, LOOKS[folder.name])):
        return faults
    try:
        found = _word_problems(word, known)
        # What can not be made has no words to compare.
        return found if any(one.severity == "error" for one in found) else [*found, *_pdf_problems(word)]
    except SpecError:  # of what all forms share, which is told of by itself
        return []
    except TemplateError as error:
        return [refused(word, error)]


def _pdf_problems(word: Path) -> list[Problem]:
    typst = word.with_suffix(".typ")
    if not typst.is_file() or is_shipped(typst):
        return []
    try:
        return list(only_in_pdf(word, typst))
    except TemplateError as error:
        return [refused(typst, error)]


@from_template
def _word_problems(word: Path, known: WordTemplate) -> list[Problem]:
    document, look = _opened(word), known.look(word.parent)
    changed = not is_shipped(word)
    return [
        *_missing(document, word, look.styles[0], known.needed),
        *(restyled(document, _opened(_shipped(word)), word, look) if changed else ()),
        *only_in_word(document, word, known.tables),
    ]


def _opened(word: Path) -> Document:
    return docx.Document(io.BytesIO(checked(word)))


def _shipped(word: Path) -> Path:
    return example() / "templates" / word.parent.name / word.name


def _missing(
    document: Document, word: Path, names_of_styles: Iterable[str], names: Sequence[str]
) -> Iterator[Problem]:
    """Yield what the build will refuse."""
    tries: list[Callable[[], object]] = [partial(styles, document, names_of_styles, word.name)]
    tries += [partial(table, document, name, word.name) for name in names]
    for attempt in tries:
        try:
            attempt()
        except TemplateError as error:
            yield refused(word, error)
