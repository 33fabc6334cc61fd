"""Rules over the characters of texts: all outputs can show them, and none is printed that was only to enclose."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.typeface import unshown

# Whatever the typing program took for the opening and the closing one, with no quote in between.
_QUOTES: Final = "\u2018-\u201f\u00ab\u00bb\u2039\u203a"
_ENCLOSED: Final = re.compile(rf"\s*[{_QUOTES}]\s*([^{_QUOTES}]*[^{_QUOTES}\s])\s*[{_QUOTES}]\s*")


@rule("LG06", "error", source="ISO 19005-2 (PDF/A-2), fonts: every character that is shown has its glyph", sure="M")
def every_character_can_be_shown(subject: Subject) -> Iterator[Finding]:
    """Every character of a printed text is in the typeface of the documents, Arial (Arimo in the PDF).

    A PDF would have a box in its place, and Word takes a letter from another font, another one on each computer.
    Arial has the Latin, Greek, Cyrillic and Hebrew letters, arrows, and signs such as ≥, °, ½, •; emoji and check
    marks it has not.

    Wrong:
        - Suhu tubuh di bawah 38 °C ✓
    Right:
        - Suhu tubuh di bawah 38 °C (diperiksa)
    """
    for one in texts(subject):
        for what, fix in unshown(one.text):
            yield one.finding(what, fix)


@rule("LG12", "warning", source="YAML 1.1: only the straight quotes \" and ' enclose a text", sure="A")
def no_quotes_of_word_enclose_a_whole_text(subject: Subject) -> Iterator[Finding]:
    """A text is not enclosed as a whole in the curly quotes that Word and phones type.

    To YAML they are letters, so that they are printed with the text. Who wants them printed says so by a remark;
    within a text they stand as any other sign.

    Wrong:
        - “Menerima laporan”
    Right:
        - Menerima laporan
    """
    for one in texts(subject):
        if found := _ENCLOSED.fullmatch(one.text):
            what = say("curly quotes enclose the whole text, and are printed with it")
            yield one.proposing(what, say('write "{right}"', right=found[1]), found[1])
