"""What is read besides the spec is held against the same typeface."""

from pathlib import Path

import pytest

from sopgen.errors import SpecError
from sopgen.read.load import load_order

ORDER = "sop: a.yaml\nkegiatan: A\npersonel: daftar.csv\ntanggal: 2026-12-01\n{place}: {text}\n"


def test_a_place_that_no_letter_can_show_is_a_fault_of_the_order_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    path = tmp_path / "perintah.yaml"
    path.write_text(ORDER.format(place="tempat", text="Pos 🚔"), encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        load_order(path)
    assert [(5, 1, "LG06", "tempat")] == [(one.line, one.column, one.code, one.path) for one in caught.value.problems]


def test_the_name_of_a_roster_is_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "perintah.yaml"
    path.write_text(ORDER.format(place="tempat", text="Pos 1").replace("daftar.csv", "daftar✓.csv"), encoding="utf-8")
    assert load_order(path)[0].personel == "daftar✓.csv"
