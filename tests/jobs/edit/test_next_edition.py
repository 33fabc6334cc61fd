"""The shipped draft of 2026 is what `revise` and `fix` make of the edition of 2019, with what was accepted."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sopgen.cli.main import main
from sopgen.compare.changes import changes, unused_reasons
from sopgen.jobs.check import weigh
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[3]
# What the laws themselves say: revoked ones give way, doubtful ones go, titles and posts are those of today.
ACCEPTED = ("LB01", "LB07", "LB09", "LB12", "ID16", "LG09", "LG10")
ASKED = [word for code in ACCEPTED for word in ("--accept", code)]
DRAFT = Path("spec", "sop", "fkpm", "2026-draf.yaml")


def test_the_two_commands_make_the_shipped_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec", ignore=shutil.ignore_patterns(DRAFT.name))
    monkeypatch.chdir(tmp_path)
    for lang, *words in (
        ("id", "revise", "spec/sop/fkpm/2019.yaml", "--edition", "2026"),
        (
            "en",
            "fix",
            str(DRAFT),
            "--date",
            "2026-11-27",
            *(word for code in ACCEPTED for word in ("--accept", code)),
        ),
    ):
        monkeypatch.setenv("SOPGEN_LANG", lang)
        assert 0 == CliRunner().invoke(main, words, catch_exceptions=False).exit_code
    golden(f"../../{DRAFT.as_posix()}", DRAFT.read_bytes().decode())


def test_what_check_names_in_the_draft_is_for_people_to_decide() -> None:
    found = weigh(load_edition(ROOT / DRAFT), date(2026, 12, 1))
    assert [] == [one for one in found.found if one.finding.mend]
    assert [] == [one for one in found.found if one.finding.proposal]
    codes = "FL06 FL07 FL13 FL15 FL16 FL17 ID05 ID10 ID11 ID17 ID20 ID21 LG07"
    assert codes.split() == sorted({one.entry.code for one in found.found})


def test_the_draft_cites_what_holds_and_leaves_its_official_open() -> None:
    sop = load_edition(ROOT / DRAFT).sop
    assert [
        "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia sebagaimana telah beberapa "
        "kali diubah terakhir dengan Undang-Undang Nomor 5 Tahun 2026 tentang Perubahan Ketiga atas Undang-Undang "
        "Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman "
        "Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
        "Peraturan Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat",
    ] == list(sop.dasar_hukum.isi[:3])
    assert sop.dasar_hukum.isi[3].startswith("Peraturan Kepolisian Negara Republik Indonesia Nomor 2 Tahun 2021 ")
    assert "diubah dengan Peraturan Kepolisian Negara Republik Indonesia Nomor 7 " in sop.dasar_hukum.isi[3]
    assert 4 == len(sop.dasar_hukum.isi)
    assert sop.identitas.pengesah.is_open
    assert "SATBINMAS POLRESTA GORONTALO KOTA" == sop.identitas.satuan_kerja


def test_every_change_of_the_draft_has_its_reason(edition: Edition) -> None:
    new = load_edition(ROOT / DRAFT).sop
    found = changes(edition.sop, new)
    assert len(found) > 30
    assert [] == [change.path for change in found if not change.reason]
    assert [] == unused_reasons(found, new)
