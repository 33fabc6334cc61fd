from pathlib import Path

import pytest

from sopgen.errors import SpecError
from sopgen.read import source
from sopgen.read.load import load_sop
from sopgen.read.source import parse

CONTOH = Path(__file__).parents[1] / "contoh" / "sop.yaml"


def write(folder: Path, content: bytes) -> Path:
    path = folder / "spec.yaml"
    path.write_bytes(content)
    return path


def test_scalars_stay_the_text_that_was_typed(tmp_path: Path) -> None:
    typed = b"a: NO\nb: 01\nc: 12:30\nd: 076\ne: .nan\nf: 123456789012345678\ng: 1e3\nh: 2019-09-03\n"
    expected = ["NO", "01", "12:30", "076", ".nan", "123456789012345678", "1e3", "2019-09-03"]
    data = parse(write(tmp_path, typed)).data
    assert isinstance(data, dict)
    assert expected == list(data.values())


def test_only_a_plain_null_is_nothing(tmp_path: Path) -> None:
    data = parse(write(tmp_path, b"a: null\nb: ~\nc:\nd: 'null'\ne: \"\"\nf: NULL\n")).data
    assert data == {"a": None, "b": None, "c": None, "d": "null", "e": "", "f": "NULL"}


def test_bom_and_crlf_change_nothing(tmp_path: Path) -> None:
    plain = CONTOH.read_bytes()
    changed = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")
    assert load_sop(CONTOH) == load_sop(write(tmp_path, changed))


def faults(folder: Path, text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(SpecError) as caught:
        parse(write(folder, text.encode()))
    return [(one.line, one.column, one.what) for one in caught.value.problems]


def test_letters_in_parts_are_named_and_whole_ones_kept(tmp_path: Path) -> None:
    [(line, column, what)] = faults(tmp_path, "a: \u00e9\nb: Pos Cafe\u0301\n")
    assert (line, column) == (2, 11)
    assert '"\u00e9"' in what


def test_a_foreign_letter_in_a_latin_word_is_named_and_units_are_kept(tmp_path: Path) -> None:
    [(line, column, what)] = faults(tmp_path, "a: 5 k\u03a9, 3 \u03bcm, \u0394t, \u041c\u0438\u0440\nk\u0435: x\n")
    assert (line, column) == (2, 2)
    assert "U+0435" in what


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("a:\n\tb: 1\n", (2, 1), "a tab stands before the text"),
        ("a:\n  - x\n\t- y\n", (3, 1), "a tab stands before the text"),
        ("a:\u00a01\nb: 2\n", (1, 3), "the blank of Word"),
        ("judul:Nomor\nb: 1\n", (1, 6), "no blank stands behind the colon"),
        ("a: x\nb:\n  - y\nc\n", (4, 1), "neither"),
        ("a: 'x\nb: y\n", (1, 4), "a quote is opened"),
        ("a: {b: [x}\nc: y\n", (1, 8), "the bracket that is opened"),
        ("a: [x, y\nb: 1\n", (1, 4), "the bracket that is opened"),
        ("a: 'it's'\n", (1, 8), "goes on behind its closing quote"),
        ("a: @x\n", (1, 4), '"@" stands where'),
        ("a: 1\n...\nb: 2\n", (3, 1), "goes on behind its end"),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", (1, 1), "git left both"),
        ("a: x\nb: &Kamera dan buku\n", (2, 4), '"&Kamera" would be lost'),
        ("a: 1\n\u00a0b: 2\n", (2, 1), "the blank of Word"),
    ],
)
def test_a_slip_is_named_where_it_was_made(tmp_path: Path, text: str, place: tuple[int, int], what: str) -> None:
    [(line, column, told)] = faults(tmp_path, text)
    assert (line, column) == place
    assert what in told


@pytest.mark.parametrize("raw", ["nama: Budi\n".encode("utf-16-le"), b"PK\x03\x04", b"{\\rtf1 nama: Budi}"])
def test_a_file_that_is_no_plain_text_is_one_line(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(SpecError) as caught:
        parse(write(tmp_path, raw))
    assert [one.code for one in caught.value.problems] == ["YM02"]


def test_a_file_over_the_bound_is_refused_unread(tmp_path: Path) -> None:
    path = write(tmp_path, b"")
    with path.open("wb") as file:
        file.truncate(source.MAX_BYTES + 1)
    with pytest.raises(SpecError, match="larger than 8 MiB"):
        parse(path)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="can not be read") as caught:
        parse(tmp_path / "tidak-ada.yaml")
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- "])
def test_twenty_thousand_levels_are_refused_without_recursion(tmp_path: Path, opening: bytes) -> None:
    with pytest.raises(SpecError):
        parse(write(tmp_path, opening * 20_000))


@pytest.mark.parametrize("code", [0x00, 0x01, 0x0B, 0x0C, 0x1F, 0x7F, 0x9F, 0xFFFE, 0x202E, 0x200B])
def test_characters_that_documents_can_not_carry_are_named_with_their_place(tmp_path: Path, code: int) -> None:
    path = write(tmp_path, f"a: x\nb: y{chr(code)}z\n".encode())
    with pytest.raises(SpecError) as caught:
        parse(path)
    [problem] = caught.value.problems
    assert (problem.line, problem.column) == (2, 5)
    assert f"U+{code:04X}" in problem.what


def test_a_lone_surrogate_in_the_bytes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="not UTF-8"):
        parse(write(tmp_path, b"a: \xed\xa0\x80\n"))


def test_an_alias_below_the_bound_is_followed(tmp_path: Path) -> None:
    assert parse(write(tmp_path, b"a: &k [x]\nb: *k\n")).data == {"a": ["x"], "b": ["x"]}
