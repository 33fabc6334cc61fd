"""Where a template folder no longer agrees with itself: rupa.yaml, the Word template, the Typst template."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import docx
from docx.document import Document

from sopgen.errors import Problem, SopgenError, SpecError, TemplateError
from sopgen.jobs.pages import plan_edition
from sopgen.jobs.templates.known import WORD_TEMPLATES, WordTemplate
from sopgen.jobs.templates.one_sided import only_in_word
from sopgen.jobs.templates.restyled import restyled
from sopgen.plan.contract.tags import as_data
from sopgen.read.load import Edition
from sopgen.read.look import FORMS as FORMS_FILE
from sopgen.read.look import LOOKS, load_forms_look, load_look
from sopgen.render.templates import is_shipped
from sopgen.render.word.named import styles, table
from sopgen.render.word.official.document import refuse_pages
from sopgen.render.word.official.room import NoRoom
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.trusted.package import checked
from sopgen.workspace import editions, example, template_folder, templates

# How a TemplateError goes on, in both languages.
FIX: Final = re.compile(r"\. (?:fix|perbaikan): ")


def template_warnings(specs: Sequence[Path]) -> list[Problem]:
    """Return where the Word templates of these editions differ from what rupa.yaml and the Typst templates say."""
    folders = dict.fromkeys(map(templates, editions(specs)))
    return [one for folder in folders for one in template_problems(folder) if one.severity == "warning"]


def template_problems(root: Path) -> list[Problem]:
    """Return the faults of every rupa.yaml under `root`, what its Word templates lack, and where they differ."""
    shared = _faults(lambda: load_forms_look(root)) if (root / FORMS_FILE).is_file() else []
    return [*shared, *(problem for name in WORD_TEMPLATES for problem in _folder_problems(root / name))]


def page_problems(edition: Edition) -> list[Problem]:
    """Return what the edition's Word template adds to a page that has no room for it; other faults are told apart."""
    folder = template_folder(templates(edition.path), "sop")
    word = folder / "sop.docx"
    if is_shipped(word):
        return []
    try:
        plan = plan_edition(edition, folder.parent).document
        refuse_pages(plan, as_data(plan), word)
    except NoRoom as error:
        return [_refused(word, error, "TP04")]
    except SopgenError:  # told with the edition, or as TP01
        pass
    return []


def _faults(read: Callable[[], object]) -> list[Problem]:
    try:
        read()
    except SpecError as error:
        return error.problems
    return []


def _folder_problems(folder: Path) -> list[Problem]:
    word, known = folder / f"{folder.name}.docx", WORD_TEMPLATES[folder.name]
    if not word.is_file():
        return []
    if faults := _faults(lambda: load_look(folder, LOOKS[folder.name])):
        return faults
    try:
        return _word_problems(word, known)
    except SpecError:  # of what all forms share, which is told of by itself
        return []
    except TemplateError as error:
        return [_refused(word, error)]


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


def _refused(word: Path, error: TemplateError, code: str = "TP01") -> Problem:
    """Return what the build will refuse."""
    what, _, fix = FIX.sub("\n", str(error).removeprefix(word.name).lstrip(": ")).partition("\n")
    return Problem(word.as_posix(), 1, 1, code, what, fix)


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
            yield _refused(word, error)
