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


def test_decomposed_letters_are_kept_as_typed(tmp_path: Path) -> None:
    data = parse(write(tmp_path, "a: e\u0301\nb: \u00e9\n".encode())).data
    assert data == {"a": "e\u0301", "b": "\u00e9"}


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
