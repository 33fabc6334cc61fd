"""Phrases are found as if each pattern was tried on each text."""

import re

from tests.lint.edits import subject
from tests.lint.right_texts import SENTENCES
from tests.lint.wider import FIRES

from sopgen.lint.language.sentences import pairs, phrases, spare
from sopgen.lint.texts import texts
from sopgen.model.printed import Printed

PHRASES = (*spare._PATTERNS, *pairs._PATTERNS)
TWICE = (
    "Agar supaya warga tertib, tidak hanya hari ini, melainkan besok",
    "Bagi petugas harus ramah",
    "yang mana AGAR SUPAYA paling terbaik",
)


def test_phrases_are_found_as_each_pattern_alone_finds_them() -> None:
    edits = [edits for code, edits, _ in FIRES if code in ("LG44", "LG63", "LG70", "LG71")]
    edits += [{("peringatan", "isi"): list(some)} for some in (TWICE, SENTENCES)]
    for one in edits:
        told = texts(subject(one), {Printed.WORDS})
        slow = [
            (text.at.loc, match.span(), right)
            for text in told
            for pattern, right in PHRASES
            for match in re.finditer(pattern, text.text, re.IGNORECASE)
        ]
        assert slow == [(text.at.loc, match.span(), right) for text, match, right in phrases.found(PHRASES, told)]


def test_what_a_pattern_begins_with_is_literal_text() -> None:
    assert phrases.begins_with(r"\badalah merupakan\b") == ("adalah merupakan",)
    assert phrases.begins_with(r"\bruangan?\b") == ("ruanga",)
    assert phrases.begins_with(r"\bsebab karena|karena sebab") == ()
    assert phrases.begins_with(r"\b(?:lalu|kemudian) lalu") == ("lalu", "kemudian")
    assert phrases.begins_with(r"\b(?:lalu|kemudian)? lalu") == ()
    assert phrases.begins_with(r"^\W*Bagi petugas") == ()
