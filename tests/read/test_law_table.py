"""The table of laws is read line by line as YAML reads it, or not at all."""

from pathlib import Path

import pytest

from sopgen.errors import SpecError
from sopgen.read.laws import laws_in
from sopgen.read.source import parse_text
from sopgen.read.yaml_text import law_table

ROOT = Path(__file__).parents[2]
HEAD = "peraturan:\n  - id: a\n    sebutan: UU 1/2020\n"
# How a line may be written: what the short way reads, it reads as YAML does.
LINES = (
    "    judul: null",
    "    judul: ~",
    "    judul: 2020-01-02",
    "    judul: A: B",
    "    judul: A:B # catatan",
    "    judul: A#B (C); D/E",
    "    judul: 'A'",
    '    judul: "A: B"',
    '    judul: "A\\tB"',
    "    judul: [A, B C, D]",
    "    judul: [A, null]",
    "    judul: [A,B]",
    "    judul: {a: b}",
    "    judul: |\n      A\n      B",
    "    judul: A\n      B",
    "    judul: A ",
    "    judul:",
    "    judul: yes",
    "    judul: 0123",
    "    judul: &x A",
    "    judul: - A",
    "    judul: A -",
    "    judul: A:",
    "    # catatan",
    "    diubah_oleh:\n      - {oleh: UU 2/2021, sumber: a; b, kepastian: B}",
    "    diubah_oleh:\n      - {oleh: UU 2/2021, oleh: UU 3/2021}",
    "    diubah_oleh:\n      - {oleh: UU 2/2021, sumber: a,b}",
    "    diubah_oleh:\n      - {oleh: UU 2/2021, sumber: [a]}",
    "    diubah_oleh:\n      - {oleh: UU 2/2021, sumber: pukul 10:30}",
    "    diubah_oleh:\n      - {oleh: null}",
    "    diubah_oleh:\n      - oleh: UU 2/2021",
    "    sebutan: lagi",
    "   salah: indent",
    "  - id: b\n    judul: A",
    "  - {id: b}",
    "  -\n    id: b",
    "lain: A",
    "    judul: \u00e9",
    "    judul:\tA",
)


def of_yaml(text: str) -> object:
    try:
        return parse_text("peraturan.yaml", text).data
    except SpecError:
        return None


@pytest.mark.parametrize("line", LINES)
def test_what_is_read_line_by_line_is_what_yaml_reads(line: str) -> None:
    for text in (f"{HEAD}{line}\n", f"{HEAD}{line}\n    kepastian: B\n", f"# awal\n\n{HEAD}{line}\n  - id: c\n"):
        assert law_table.read(text) in (None, of_yaml(text))


def test_the_shipped_table_is_read_the_short_way() -> None:
    path = ROOT / "spec" / "peraturan.yaml"
    assert law_table.read(path.read_text("utf-8")) == of_yaml(path.read_text("utf-8"))
    assert laws_in(path) is not None


def test_a_table_with_a_fault_is_left_to_the_reader_that_knows_the_places(tmp_path: Path) -> None:
    path = tmp_path / "peraturan.yaml"
    for text in (f"{HEAD}    kepastian: X\n", f"{HEAD}{HEAD.partition(chr(10))[2]}", "peraturan: []\n", "\u00e9"):
        path.write_text(text, "utf-8")
        assert laws_in(path) is None
    assert laws_in(tmp_path / "tiada.yaml") is None
