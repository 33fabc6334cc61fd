"""Lists whose numbers stand in a column of their own, centred beside the lines of their items."""

from collections.abc import Sequence

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.lists import items_of, over_pages, written_items
from sopgen.read.old.pdf.page.words import Word, text_of

CELL = Area(40, 100, 300, 400)
UNSURE = "it is not sure which lines belong to this number"
JUMPED = "the number of this item does not follow that of the item before"


def line(text: str, middle: float, left: float = 64) -> list[Word]:
    """Return the words of a line, 7 points high, 4 points a letter."""
    told = []
    for one in text.split():
        told.append(Word(one, Area(left, middle - 3.5, left + 4 * len(one), middle + 3.5)))
        left = told[-1].area.right + 3
    return told


def lists(*items: Sequence[str], numbers: Sequence[str] = (), top: float = 110) -> list[Word]:
    """Return items as lines, 9 points apart, 11 between items; each number beside the middle of its lines."""
    words: list[Word] = []
    for n, lines in enumerate(items):
        middles = [top + 9 * k for k in range(len(lines))]
        for text, middle in zip(lines, middles, strict=True):
            words += line(text, middle)
        words += line(numbers[n] if numbers else f"{n + 1}.", (middles[0] + middles[-1]) / 2, 50)
        top = middles[-1] + 11
    return words


ITEMS = (
    ["Peraturan Daerah Nomor 1"],
    ["Peraturan Gubernur Nomor 2", "tentang Pelayanan Contoh"],
    ["Keputusan Kepala Nomor 3", "tentang Berkas Contoh", "di Kantor Contoh"],
    ["Keputusan Kepala Nomor 4", "tentang Arsip Contoh", "yang Aktif", "di Kantor Contoh"],
)


def test_a_number_beside_the_middle_of_its_lines_takes_them_all() -> None:
    found = items_of(lists(*ITEMS), 1, CELL)
    assert [one.text for one in found] == [" ".join(lines) for lines in ITEMS]
    assert not any(one.doubt for one in found)


def test_a_comma_for_the_dot_of_such_a_number_is_a_slip() -> None:
    found = items_of(lists(*ITEMS, numbers=("1,", "2.", "3.", "4.")), 1, CELL)
    assert [one.text for one in found] == [" ".join(lines) for lines in ITEMS]


def test_items_beside_such_a_number_may_begin_in_its_line() -> None:
    words = [
        *lists(*ITEMS[:2]),
        *line("3.", 150, 50),
        *line("Surat Edaran Nomor 5", 150),
        *line("tentang Contoh", 159),
    ]
    found = items_of(words, 1, CELL)
    assert [one.text for one in found][2:] == ["Surat Edaran Nomor 5 tentang Contoh"]


def test_lines_that_no_number_stands_beside_are_doubted() -> None:
    words = [*line("Peraturan Daerah", 110), *line("tentang Contoh", 119), *line("1.", 114.5, 50)]
    words += [*line("Keputusan", 130), *line("Kepala", 139), *line("Dinas", 148), *line("2.", 134.5, 50)]
    found = items_of(words, 1, CELL)
    assert [one.doubt for one in found] == ["", UNSURE]


def test_such_an_item_of_a_cell_of_the_flow_keeps_its_number() -> None:
    found = written_items(lists(*ITEMS[:2]), 1, CELL)
    assert [one.text for one in found] == [
        "1. Peraturan Daerah Nomor 1",
        "2. Peraturan Gubernur Nomor 2 tentang Pelayanan Contoh",
    ]


def test_the_first_lines_of_a_page_belong_to_the_number_beside_them() -> None:
    later = lists(*ITEMS[2:], numbers=("3.", "4."))
    found = over_pages([(1, lists(*ITEMS[:2]), CELL), (2, later, CELL)])
    assert [one.text for one in found] == [" ".join(lines) for lines in ITEMS]


def test_a_list_whose_numbers_jump_is_doubted_where_they_do() -> None:
    words = [word for n, text in enumerate(("1. Satu", "2. Dua", "4. Empat")) for word in line(text, 110 + 9 * n)]
    assert [one.doubt for one in items_of(words, 1, CELL)] == ["", "", JUMPED]


def test_a_number_within_an_item_is_doubted() -> None:
    words = [*line("1. Peraturan Contoh; 2. Keputusan", 110), *line("3. Surat", 119)]
    assert [one.doubt for one in items_of(words, 1, CELL)] == [
        "a number seems to begin another item within it",
        JUMPED,
    ]


def test_a_line_left_of_the_items_after_a_full_stop_begins_something_else_with_a_doubt() -> None:
    words = [*line("1. Perubahan rencana", 110, 50), *line("dicatat.", 119, 60), *line("Dalam hal berkas", 128, 50)]
    words += line("tidak lengkap, ditolak", 137, 50)
    found = items_of(words, 1, CELL)
    assert [one.text for one in found] == [
        "Perubahan rencana dicatat.",
        "Dalam hal berkas tidak lengkap, ditolak",
    ]
    assert [bool(one.doubt) for one in found] == [False, True]


def test_lines_that_all_wrap_to_the_edge_are_of_their_items() -> None:
    words = [*line("1. Perubahan", 110, 50), *line("rencana.", 119, 50), *line("2. Berkas.", 128, 50)]
    words += line("Tambahan", 137, 50)
    assert [one.text for one in items_of(words, 1, CELL)] == ["Perubahan rencana.", "Berkas. Tambahan"]


def test_a_capital_at_a_line_of_a_narrow_cell_begins_no_item() -> None:
    narrow = Area(60, 100, 150, 200)
    words = [*line("Hasil evaluasi Dokumen", 110), *line("Penawaran.", 119)]
    (found,) = written_items(words, 1, narrow)
    assert (found.text, found.doubt) == ("Hasil evaluasi Dokumen Penawaran.", "")


def test_after_a_full_stop_a_line_of_a_cell_is_an_item_with_a_doubt() -> None:
    narrow = Area(60, 100, 150, 200)
    words = [*line("Hasil evaluasi Dokumen.", 110), *line("Penawaran yang sah", 119)]
    assert [(one.text, bool(one.doubt)) for one in written_items(words, 1, narrow)] == [
        ("Hasil evaluasi Dokumen.", False),
        ("Penawaran yang sah", True),
    ]


def test_an_address_over_two_lines_has_no_blank_in_it() -> None:
    words = [*line("Lihat https://contoh.test/layanan", 110), *line("/berkas pada", 119)]
    assert text_of(words) == "Lihat https://contoh.test/layanan/berkas pada"


def test_a_blank_that_takes_no_room_behind_a_stroke_is_none() -> None:
    first, second = line("Rekanan/", 110)[0], line("Penyedia", 110, 96.1)[0]
    assert text_of([first, second]) == "Rekanan/Penyedia"
