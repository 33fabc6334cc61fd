"""The words that the two templates of a folder print for the shipped edition."""

import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import docx
from docx.oxml.ns import qn
from lxml import etree

from sopgen.jobs.compare.editions import NAME as MATRIX
from sopgen.jobs.compare.editions import Comparison, matrix
from sopgen.jobs.forms import form_paper
from sopgen.jobs.outputs import document_files
from sopgen.jobs.work import Work
from sopgen.model.chapters import template_of
from sopgen.model.unit import LetterKind
from sopgen.plan.forms.table import FORMS
from sopgen.read.load import Edition, load_edition
from sopgen.workspace import example

# The shipped examples of SOPs in prose: of chapters alone, and with a flow table as an annex.
PROSE: Final = Path("spec", "contoh", "naskah-penjagaan", "sop.yaml")
PROSE_WITH_FLOW: Final = Path("spec", "contoh", "naskah-beralur", "sop.yaml")
WORD: Final = re.compile(r"[^\W\d_]{2,}")
# Word's picture of a drawing for readers that know no shapes says the same again.
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


Words = tuple[Counter[str], Counter[str]]


@cache
def shipped_sample(name: str) -> Words:
    """Return the words of the DOCX and of the PDF of the shipped template folder, which stay the same."""
    return sample(name, example() / "templates")


def sample(name: str, templates: Path) -> Words:
    """Return the words of the DOCX and of the PDF that a template folder makes of the shipped edition."""
    files = {ending: make() for ending, make in makers(name, Work(shipped_edition(name), templates)).items()}
    return Counter(WORD.findall(_of_word(files["docx"]))), Counter(WORD.findall(_of_pdf(files["pdf"])))


def shipped_edition(name: str) -> Edition:
    """Return the shipped edition that a template folder prints."""
    return load_edition(example() / PROSE) if name == "naskah-sop" else _edition("fkpm/2019")


@cache
def _edition(name: str) -> Edition:
    return load_edition(example() / "spec" / "sop" / f"{name}.yaml")


def makers(name: str, work: Work) -> Mapping[str, Callable[[], bytes]]:
    """Return what makes the two files of a template folder, by their endings."""
    if name == MATRIX:
        found = Comparison(work.edition, _edition("mediasi/contoh"), work.templates)
        return {"docx": lambda: matrix(found, "docx"), "pdf": lambda: matrix(found, "pdf")}
    if name in set(LetterKind):
        plan, maker = work.order_plan(work.activities()[0], kind=LetterKind(name)), work.letter_maker
        return {"docx": lambda: maker.files(plan, ["docx"])["docx"], "pdf": lambda: maker.files(plan, ["pdf"])["pdf"]}
    is_document = name == template_of(work.edition.sop)
    files = document_files(work) if is_document else form_paper(work, FORMS[name], activity=work.activities()[0])
    return {"docx": lambda: files.docx, "pdf": lambda: files.pdf}


def _of_word(made: bytes) -> str:
    opened = docx.Document(io.BytesIO(made))
    parts: list[Any] = [opened.element.body, *(section.header._element for section in opened.sections)]
    return "\n".join(_text(one) for part in parts for one in part.iter(qn("w:p")))


def _text(paragraph: etree._Element) -> str:
    found = (one for one in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")) if _is_own(one, paragraph))
    return "".join(one.text or " " for one in found)


def _is_own(node: etree._Element, paragraph: etree._Element) -> bool:
    return next(node.iterancestors(qn("w:p"))) is paragraph and next(node.iterancestors(FALLBACK), None) is None


def _of_pdf(made: bytes) -> str:
    import pypdfium2  # here, since only a changed template's PDF is read

    with pypdfium2.PdfDocument(made) as opened:
        return "\n".join(page.get_textpage().get_text_bounded() for page in opened)
