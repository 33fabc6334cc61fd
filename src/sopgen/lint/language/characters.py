"""A rule over the characters of texts: all outputs can show them."""

from collections.abc import Iterator

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.typeface import unshown


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
