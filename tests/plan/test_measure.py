"""Text is broken into lines where Word and Typst break it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.plan.measure import softened, text_width, wrap
from sopgen.plan.syllables import syllables


def test_a_line_never_ends_at_a_no_break_space() -> None:
    width = text_width("hukum, butir", 10.0)
    assert ("hukum,", "butir\u00a02") == wrap(" hukum,  butir\u00a02 ", width, 10.0)


def test_a_line_ends_where_the_text_has_an_end_of_line() -> None:
    assert ("Memeriksa:", "a. surat", "", "b. identitas") == wrap(
        "Memeriksa:\na. surat \n\n b. identitas\n", 90.0, 9.0
    )


@pytest.mark.parametrize("text", ["Penahanan (T-2) / Surat", "Nomor : 7", "ya ; tidak", "( lihat"])
def test_no_line_begins_with_what_ends_a_phrase(text: str) -> None:
    # Typst and LibreOffice keep these together (UAX 14, LB 13); a place that is a little too narrow shows it.
    width = text_width(text, 9.0)
    for tenth in range(4, 10):
        lines = wrap(text, width * tenth / 10, 9.0)
        assert not any(line[0] in "/:;" for line in lines if text_width(line, 9.0) > 8)


def test_a_word_wider_than_its_place_is_parted_between_syllables() -> None:
    width = text_width("Kesiapsia-", 7.0)
    assert ("Direktur", "Kesiapsia-", "gaan") == wrap("Direktur Kesiapsiagaan", width, 7.0)
    assert softened("Direktur Kesiapsiagaan", width, 7.0) == "Direktur Kesiapsia\u00adgaan"


@pytest.mark.parametrize("word", ["T-2", "SOP/01/IX/2026", "Bhabinkamtibmas", "Masyarakat", "14"])
def test_parts_of_a_word_have_a_vowel_and_no_number_is_parted(word: str) -> None:
    parts = syllables(word)
    assert "".join(parts) == word
    assert len(parts) == 1 or all(set("aeiou") & set(part.lower()) and len(part) > 1 for part in parts)


@given(st.text("Kesiapgn 14/:()\n\t-", max_size=60), st.floats(4.0, 60.0))
def test_no_line_is_wider_than_its_place_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 8.0)
    assert all(text_width(line, 8.0) <= width or len(line) == 1 for line in lines)
    bare = softened(text, width, 8.0).replace("\u00ad", "").replace("\u200b", "")
    assert bare.split() == text.split()
