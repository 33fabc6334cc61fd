"""A law that a spec names by its id is printed as its edition's day cites it; a unit bears its name of that day."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from sopgen.errors import SpecError
from sopgen.model.unit import Unit
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[2]
UU = "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "tests" / "contoh" / "satuan.yaml", tmp_path)
    shutil.copy(ROOT / "spec" / "peraturan.yaml", tmp_path)
    return tmp_path / "sop.yaml"


def written(spec: Path, law: str, effective: str) -> Path:
    text = (ROOT / "tests" / "contoh" / "sop.yaml").read_text("utf-8")
    text = text.replace("[Aturan contoh]", f"[{law}]").replace("nilai: 2026-04-01", f"nilai: {effective}")
    spec.write_text(text, encoding="utf-8")
    return spec


@pytest.mark.parametrize(
    ("effective", "clause"),
    [
        ("2019-10-01", ""),
        ("2022-10-01", " sebagaimana telah diubah dengan Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja"),
        ("null", " sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 5 Tahun 2026 tentang "),
    ],
)
def test_an_id_is_printed_as_the_day_cites_the_law(spec: Path, effective: str, clause: str) -> None:
    (cited,) = load_edition(written(spec, "{peraturan: uu-2-2002}", effective)).sop.dasar_hukum.isi
    assert cited.startswith(UU + clause)
    assert clause or cited == UU


@pytest.mark.parametrize(
    ("law", "told"), [("{peraturan: uu-02-2002}", 'did you mean "uu-2-2002"'), ("{peraturan: kep-313-2010}", "title")]
)
def test_an_id_that_is_unknown_or_has_no_title_is_told_with_its_place(
    spec: Path, monkeypatch: pytest.MonkeyPatch, law: str, told: str
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    with pytest.raises(SpecError) as error:
        load_edition(written(spec, law, "2026-04-01"))
    (problem,) = error.value.problems
    assert ("LB16", "dasar_hukum.isi[0]") == (problem.code, problem.path)
    assert told in str(problem)


def test_words_stay_as_they_are_typed(spec: Path) -> None:
    assert ("Adat setempat",) == load_edition(written(spec, "Adat setempat", "null")).sop.dasar_hukum.isi


def test_a_unit_bears_its_new_name_from_its_day_on(unit: Unit) -> None:
    before, after = unit.on(date(2023, 1, 4)), unit.on(date(2023, 1, 5))
    assert (unit.nama, unit.kop) == (before.nama, before.kop)
    assert ("SATBINMAS POLRESTA GORONTALO KOTA", "RESOR KOTA GORONTALO KOTA") == (after.nama, after.kop[2])
    assert "Kapolresta Gorontalo Kota" == unit.named_on("Kapolres Gorontalo Kota", None)
    assert after == after.on(None)
