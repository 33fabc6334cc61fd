from pathlib import Path

import pytest

from sopgen.read.remarks import remarks
from sopgen.read.source import parse

Found = list[tuple[int, int, tuple[str, ...], str]]


def found(tmp_path: Path, text: str) -> Found:
    path = tmp_path / "sop.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return [(one.line, one.silences, one.codes, one.reason) for one in remarks(parse(path))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("judul: A # abaikan LG01: nama resmi\n", [(1, 1, ("LG01",), "nama resmi")]),
        ("# abaikan LG01: nama resmi\njudul: A\n", [(1, 2, ("LG01",), "nama resmi")]),
        (
            "# abaikan LG01: a\n# catatan\n# abaikan LG02: b\njudul: A\n",
            [(1, 4, ("LG01",), "a"), (3, 4, ("LG02",), "b")],
        ),
        ("judul: A # Abaikan lg01, LB02: dua\n", [(1, 1, ("LG01", "LB02"), "dua")]),
        ("judul: A # abaikan LG01\n", [(1, 1, ("LG01",), "")]),
        ("judul: A # abaikan LG01:\n", [(1, 1, ("LG01",), "")]),
        ("judul: A # abaikan semua: nanti\n", [(1, 1, ("SEMUA",), "nanti")]),
        ("judul: [A, # abaikan LG01: a\n  B]\n", [(1, 1, ("LG01",), "a")]),
        (
            "judul: A # abaikan LG01: x # y\r\nisi: B # abaikan LG02: z\r\n",
            [(1, 1, ("LG01",), "x # y"), (2, 2, ("LG02",), "z")],
        ),
        ("judul: |\n  A\n# abaikan LG01: a\nisi: B\n", [(3, 4, ("LG01",), "a")]),
        ('judul: "A" # abaikan LG01: a\n', [(1, 1, ("LG01",), "a")]),
    ],
)
def test_a_comment_with_a_code_is_a_remark(tmp_path: Path, text: str, expected: Found) -> None:
    assert expected == found(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        'judul: "A # abaikan LG01: nama resmi"\n',
        "judul: 'A # abaikan LG01: a'\n",
        "judul: A#abaikan LG01\n",
        "judul: |\n  A\n  # abaikan LG01: a\n  B\n",
        'judul: "A\n  # abaikan LG01: a\n  B"\n',
        "judul: A # abaikan dulu bagian ini\n",
        "judul: A # jangan abaikan\n",
        "judul: abaikan LG01\n",
    ],
)
def test_text_and_other_comments_are_none(tmp_path: Path, text: str) -> None:
    assert [] == found(tmp_path, text)


def test_an_alias_is_looked_at_once(tmp_path: Path) -> None:
    text = "a: &x [1, 2] # abaikan LG01: a\nb: *x\nc: *x # abaikan LG02: b\n"
    assert [("LG01",), ("LG02",)] == [codes for _, _, codes, _ in found(tmp_path, text)]
