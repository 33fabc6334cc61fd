"""Texts are taken for one another by their words, then by likeness in their cells, then by order; each is told."""

from collections.abc import Sequence

from sopgen.compare.edited.letters import grafted, without_lead
from sopgen.compare.edited.matching.match import matched
from sopgen.compare.edited.merge import merged
from sopgen.compare.edited.places import IssuedText
from sopgen.model.edited.document import EditedText

CELL, OTHER = (1, 0, 0), (1, 1, 0)
Cell = tuple[int, ...]


def pairs(
    issued: Sequence[tuple[str, Cell]], edited: Sequence[tuple[str, Cell]]
) -> list[tuple[str | None, str | None, str]]:
    """Return what became of which, and by what evidence."""
    left = [IssuedText(text, cell, symbol=False) for text, cell in issued]
    right = [EditedText(text, text, (), cell) for text, cell in edited]
    return [
        (
            one.issued.text if one.issued else None,
            one.edited.after if one.edited else None,
            one.evidence.name.lower(),
        )
        for one in matched(left, right)
    ]


def test_of_equal_texts_beside_one_another_the_one_in_its_cell_changed() -> None:
    before = [("Kamera", CELL), ("Kamera", OTHER)]
    assert [("Kamera", "Senter", "alone"), ("Kamera", "Kamera", "same")] == pairs(
        before, [("Senter", CELL), ("Kamera", OTHER)]
    )
    assert [("Kamera", "Kamera", "same"), ("Kamera", "Senter", "alone")] == pairs(
        before, [("Kamera", CELL), ("Senter", OTHER)]
    )


def test_texts_of_one_cell_that_are_like_none_are_taken_by_their_order_and_that_is_said() -> None:
    found = pairs([("Kamera", CELL), ("Senter", CELL)], [("Buku besar", CELL), ("Pena merah", CELL)])
    assert [("Kamera", "Buku besar", "order"), ("Senter", "Pena merah", "order")] == found


def test_a_text_is_not_taken_for_one_of_another_cell_that_is_like_it() -> None:
    found = pairs([("No.", CELL), ("Kegiatan", OTHER)], [("kegiatan", CELL), ("Langkah kerja", OTHER)])
    assert [("No.", "kegiatan"), ("Kegiatan", "Langkah kerja")] == [pair[:2] for pair in found]


def test_hundreds_of_equal_texts_are_no_trouble() -> None:
    before: list[tuple[str, Cell]] = [(f"Kamera {n // 2}", (1, n, 0)) for n in range(1000)]
    after = [("Senter" if n % 2 == 0 else text, cell) for n, (text, cell) in enumerate(before)]
    assert [(one[0], other[0]) for one, other in zip(before, after, strict=True)] == [
        pair[:2] for pair in pairs(before, after)
    ]


def test_both_changes_of_a_text_are_joined_unless_they_touch() -> None:
    issued = "Dilarang bersosialisasi tentang kampanye politik"
    keen, party = issued.replace("Dilarang", "Dilarang keras"), issued.replace("politik", "partai")
    assert "Dilarang keras bersosialisasi tentang kampanye partai" == merged(issued, keen, party)
    assert party == merged(issued, party, party)
    assert merged(issued, issued.replace("politik", "pemilu"), party) is None
    assert merged("", "a", "b") is None


def test_blanks_of_the_spec_stay_where_its_words_do() -> None:
    assert "tata kerja  satuan\npada tingkat baru" == grafted(
        "tata kerja  satuan\npada tingkat sektor", "tata kerja satuan pada tingkat baru"
    )
    assert "" == grafted("tata kerja", "")
    assert ["Senter", "Senter", "2. Senter", "R4 / R2"] == [
        *map(without_lead, ("-\tSenter", "3. Senter")),
        "2. Senter",
        without_lead("R4 / R2"),
    ]
