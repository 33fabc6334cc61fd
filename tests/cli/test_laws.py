"""Staff look up, add and check laws without typing YAML."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli.main import main

ROOT = Path(__file__).parents[2]
LAWS = Path("spec", "peraturan.yaml")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec").mkdir()
    shutil.copy(ROOT / LAWS, LAWS)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["peraturan", *words], catch_exceptions=False)


def ids(result: Result) -> list[str]:
    return [line.split()[0] for line in result.output.splitlines()]


def test_laws_are_found_by_number_year_words_and_citation() -> None:
    assert ["uu-2-2002", "uu-5-2026"] == ids(run("cari", "undang", "2", "2002"))
    assert ["uu-2-2002"] == ids(run("cari", "UU 2/2002"))
    assert "perpol-1-2021" in ids(run("cari", "polmas"))
    assert 1 == run("cari", "tidak", "tercatat").exit_code


def test_the_list_tells_standing_and_successor() -> None:
    lines = run("list", "--status", "dicabut").output.splitlines()
    assert lines
    assert all(" dicabut " in line for line in lines)
    assert "Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat)" in next(one for one in lines if "perkap-7-2008" in one)


def test_a_law_is_shown_as_a_day_cites_it() -> None:
    assert "Nomor 5 Tahun 2026" in run("show", "uu-2-2002", "--date", "2026-07-01").output
    assert "Nomor 11 Tahun 2020 tentang Cipta Kerja" in run("show", "UU 2/2002", "--date", "2022-07-01").output
    unknown = run("show", "uu-02-2002")
    assert (1, True) == (unknown.exit_code, "uu-2-2002" in unknown.output)


def test_a_law_is_added_with_what_it_amends_and_nothing_else_changes() -> None:
    before = LAWS.read_text("utf-8").splitlines()
    words = ("Perpol Nomor 9 Tahun 2027", "--title", "Perubahan Kedua", "--source", "naskah", "--sure", "A")
    done = run("add", *words, "--status", "berlaku", "--amends", "perpol-2-2021", "--since", "2027-03-01")
    assert (0, '"perpol-9-2027" is added to spec/peraturan.yaml\n') == (done.exit_code, done.output)
    after = LAWS.read_text("utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert 5 == len(added)
    assert before == [line for n, line in enumerate(after) if line not in added][: len(before)]
    assert (
        "terakhir dengan Peraturan Kepolisian Negara Republik Indonesia Nomor 9 Tahun 2027"
        in run("show", "perpol-2-2021", "--date", "2027-03-02").output
    )
    again = run("add", *words)
    assert (1, True) == (again.exit_code, "listed already" in again.output)


def test_what_is_no_law_or_has_no_source_is_refused() -> None:
    before = LAWS.read_bytes()
    assert "names no law" in run("add", "Surat Biasa 5", "--source", "x", "--sure", "A").output
    assert "--source TEXT" in run("add", "Perpol 9/2027").output
    assert before == LAWS.read_bytes()


def test_the_table_is_checked() -> None:
    shipped = run("check")
    assert 0 == shipped.exit_code
    assert "LB18" in shipped.output
    wrong = LAWS.read_text("utf-8").replace(
        "diganti_oleh: Perkap Nomor 3 Tahun 2015", "diganti_oleh: Perkap Nomor 7 Tahun 2008"
    )
    LAWS.write_text(wrong, encoding="utf-8")
    assert (1, True) == (run("check").exit_code, "its own successor" in run("check").output)
