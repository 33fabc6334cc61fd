"""Places where a word may be parted, as Word keeps them: an element, where texts have a character."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from sopgen.plan.measure import SOFT

# A hyphen before a figure: (T-2), COVID-19. Word ends a line after it, other programs do not (UAX 14, LB 25).
BEFORE_FIGURE: Final = re.compile(r"(?<=\w)-(?=\d)")


def firm_hyphens(document: Document) -> None:
    """Turn each hyphen before a figure into Word's own that ends no line (ISO/IEC 29500-1, 17.3.3.18)."""
    for text in [one for one in document.element.body.iter(qn("w:t")) if BEFORE_FIGURE.search(one.text or "")]:
        _parted(text, BEFORE_FIGURE.split(text.text), "w:noBreakHyphen")


def optional_hyphens(document: Document) -> None:
    """Turn each soft hyphen of the document's texts into Word's own (ISO/IEC 29500-1, 17.3.3.29).

    Word shows the character itself as a hyphen, in the middle of a line too.
    """
    for text in [one for one in document.element.body.iter(qn("w:t")) if SOFT in (one.text or "")]:
        _parted(text, text.text.split(SOFT), "w:softHyphen")


def _parted(text: etree._Element, parts: Sequence[str], mark: str) -> None:
    """Leave the first part in a text, and put the others behind it, each after a mark."""
    first, *rest = parts
    text.text = first
    last = text
    for part in rest:
        following = deepcopy(text)
        following.text = part
        last.addnext(hyphen := OxmlElement(mark))
        hyphen.addnext(following)
        last = following
