"""Places where a word may be parted, as Word keeps them: an element, where texts have a character."""

from copy import deepcopy

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sopgen.plan.measure import SOFT


def optional_hyphens(document: Document) -> None:
    """Turn each soft hyphen of the document's texts into Word's own (ISO/IEC 29500-1, 17.3.3.29).

    Word shows the character itself as a hyphen, in the middle of a line too.
    """
    for text in [one for one in document.element.body.iter(qn("w:t")) if SOFT in (one.text or "")]:
        first, *rest = text.text.split(SOFT)
        text.text = first
        last = text
        for part in rest:
            following = deepcopy(text)
            following.text = part
            last.addnext(hyphen := OxmlElement("w:softHyphen"))
            hyphen.addnext(following)
            last = following
