"""Words are parted where pyphen parts them, whose list is read without loading it."""

from pathlib import Path

import pyphen
import Sastrawi

from sopgen.plan import syllables

ODD = ("a", "", "ibu", "Satbinmas", "KEPOLISIAN", "2019", "Sprin/07/XII", "é", "e-mail", "di...", "x" * 400)


def test_words_are_parted_where_pyphen_parts_them() -> None:
    library = pyphen.Pyphen(lang="id_ID", left=syllables.LEAST, right=syllables.LEAST)
    (package,) = Sastrawi.__path__
    words = (Path(package) / "Stemmer" / "data" / "kata-dasar.txt").read_text("utf-8").split()[::15]
    for word in (*words, *(f"penge{word}kannya" for word in words[::3]), *ODD):
        assert library.positions(word) == syllables._places(word), word


def test_the_list_has_no_longer_pattern_than_is_looked_for() -> None:
    assert syllables.LONGEST >= max(map(len, syllables._patterns()))


def test_parts_have_a_vowel_and_no_number_is_parted() -> None:
    assert ("me", "lak", "sa", "nakan") == syllables.syllables("melaksanakan")
    assert ("07/IX/2019",) == syllables.syllables("07/IX/2019")
