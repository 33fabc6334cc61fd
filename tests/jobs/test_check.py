"""What the rules find is silenced at its place, with a reason, and nowhere else."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sopgen.errors import Problem, SpecError
from sopgen.jobs.check import all_problems, eased, problems, weigh
from sopgen.jobs.check_folder import CheckRequest, check
from sopgen.jobs.soundness.sound import sound
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[2]
PERKAP = "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat"
DAY = date(2026, 9, 1)


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sound spec in a folder of its own; line 19 is `peringatan`."""
    monkeypatch.setenv("SOPGEN_LANG", "en")
    shutil.copytree(ROOT / "tests" / "contoh", tmp_path, dirs_exist_ok=True)
    return tmp_path / "sop.yaml"


def write(spec: Path, old: str, new: str) -> None:
    text = spec.read_text("utf-8")
    assert old in text
    spec.write_text(text.replace(old, new), encoding="utf-8")


def codes(found: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in found]


def misspell(spec: Path, after: str = "", above: str = "") -> None:
    write(
        spec,
        "peringatan: {judul: Peringatan, isi: [Apabila lalai dapat ditegur]}",
        f"{above}peringatan: {{judul: Peringatan, isi: [Resiko akan timbul]}}{after}",
    )


def test_a_finding_is_silenced_on_its_line_or_above_it(spec: Path) -> None:
    misspell(spec)
    assert [("LG01", "warning")] == codes(problems(spec, DAY))
    misspelt = spec.read_text("utf-8")
    write(spec, "[Resiko akan timbul]}", "[Resiko akan timbul]} # abaikan LG01: istilah lama")
    assert [] == problems(spec, DAY)
    spec.write_text(
        misspelt.replace("peringatan: {", "# abaikan LG01: istilah lama\nperingatan: {"), encoding="utf-8"
    )
    assert [] == problems(spec, DAY)


def test_silences_in_force_are_told_with_place_and_reason(spec: Path) -> None:
    misspell(spec, after=" # abaikan LG01: istilah lama")
    write(spec, "keluaran: [Laporan]", "keluaran: [Laporan] # abaikan LG02: tidak ada")
    silences = weigh(load_edition(spec), DAY).silences
    assert [("peringatan.isi[0]", "LG01", "istilah lama")] == [(one.path, one.code, one.reason) for one in silences]


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("# abaikan LG01", ["LG01", "SL01"]),
        ("# abaikan LG01: -", ["LG01", "SL01"]),
        ("# abaikan LG99: a", ["LG01", "SL02"]),
        ("# abaikan semua: a", ["LG01", "SL02"]),
        ("# abaikan LG02: a", ["LG01", "SL03"]),
        ("# abaikan LG01, LG02: a", ["SL03"]),
        ("# abaikan FL01: a", ["LG01", "SL04"]),
        ("# abaikan YM04: a", ["LG01", "SL04"]),
        ("# abaikan : a", ["LG01", "SL02"]),
    ],
)
def test_a_remark_that_does_nothing_is_a_finding(spec: Path, remark: str, expected: list[str]) -> None:
    misspell(spec, after=f" {remark}")
    assert [(code, "warning") for code in expected] == codes(problems(spec, DAY))


def test_an_error_of_structure_is_not_silenced(spec: Path) -> None:
    write(spec, "- {id: l2, pelaksana: anggota,", "# abaikan FL05: sementara\n      - {id: l2, pelaksana: entah,")
    assert [("FL05", "error"), ("SL04", "warning")] == sorted(codes(problems(spec, DAY)))
    with pytest.raises(SpecError):
        sound(load_edition(spec))


def test_an_error_of_content_does_not_stop_the_build_and_can_be_silenced(spec: Path) -> None:
    write(spec, "keluaran: [Laporan]", "keluaran: []")
    assert [("FL06", "error")] == codes(problems(spec, DAY))
    assert sound(load_edition(spec))
    write(spec, "keluaran: []", "keluaran: [] # abaikan FL06: menunggu Kasat Binmas")
    assert [] == problems(spec, DAY)


def test_without_a_day_a_remark_that_waits_for_one_is_no_fault(spec: Path) -> None:
    write(spec, "2026-03-02", "2020-03-02")
    write(spec, "2026-04-01", "2020-04-01")
    write(spec, "III / 2026", "III / 2020")
    write(spec, 'tahun: "2026"', 'tahun: "2020"')
    write(spec, 'edisi: "2026"', 'edisi: "2020"')
    write(
        spec,
        "[Aturan contoh]}",
        f"[{PERKAP}]}} # abaikan LB06: ya",
    )
    write(spec, "judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh")
    assert ["PS13"] == [problem.code for problem in problems(spec)]
    assert {"SL03", "PS13"} == {problem.code for problem in problems(spec, date(2020, 5, 1))}
    assert {"ID06", "PS13"} == {problem.code for problem in problems(spec, DAY)}


def test_a_remark_in_the_unit_file_silences_what_stands_there(spec: Path) -> None:
    unit = spec.parent / "satuan.yaml"
    write(unit, "zona_waktu: WITA", "zona_waktu: GMT")
    assert ["LG04"] == [problem.code for problem in problems(spec, DAY)]
    write(unit, "zona_waktu: GMT", "zona_waktu: GMT # abaikan LG04: latihan bersama")
    assert [] == problems(spec, DAY)


def test_what_editions_share_is_named_once_and_the_others_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    folder = tmp_path / "spec" / "sop"
    text = (ROOT / "tests" / "contoh" / "sop.yaml").read_text("utf-8")
    for name, related in (("satu", "SOP Dau"), ("dua", "SOP Satu")):
        (folder / name).mkdir(parents=True)
        made = text.replace("id: contoh", f"id: {name}").replace("judul: SOP Contoh", f"judul: SOP {name.title()}")
        made = made.replace("nilai: Contoh", f"nilai: {name.title()}").replace(
            "nama_singkat: CONTOH", f"nama_singkat: {name}"
        )
        (folder / name / "2026.yaml").write_text(made.replace("SOP lain", related), encoding="utf-8")
    unit = (ROOT / "tests" / "contoh" / "satuan.yaml").read_text("utf-8")
    (tmp_path / "spec" / "satuan.yaml").write_text(unit.replace("WITA", "GMT"), encoding="utf-8")
    found = all_problems(sorted(folder.glob("*/*.yaml")), DAY)
    assert [("LG04", "satuan.yaml"), ("ID13", "2026.yaml")] == [(one.code, Path(one.file).name) for one in found]
    assert "SOP Dua" in found[1].fix


def test_the_2019_edition_has_its_findings_and_no_error(
    golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    monkeypatch.chdir(ROOT)
    found = problems(Path("spec/sop/fkpm/2019.yaml"), DAY)
    assert len(found) >= 20
    assert "error" not in {problem.severity for problem in found}
    golden("fkpm-2019/check.txt", "".join(f"{problem}\n" for problem in found))


@pytest.mark.parametrize(("status", "severity"), [("draf", "warning"), ("ditinjau", "warning"), ("dicabut", "error")])
def test_what_only_keeps_a_draft_from_approval_may_be_open_in_it(spec: Path, status: str, severity: str) -> None:
    write(spec, "keluaran: [Laporan]", "keluaran: []")
    write(spec, "judul: SOP Contoh", f"status: {status}\njudul: SOP Contoh")
    found = problems(spec, DAY)
    assert ("FL06", "error") in codes(found)
    assert ("FL06", severity) in codes(eased(found, [load_edition(spec)]))


def test_an_error_of_structure_is_one_in_a_draft_too(spec: Path) -> None:
    write(spec, "- {id: l2, pelaksana: anggota,", "- {id: l2, pelaksana: entah,")
    write(spec, "judul: SOP Contoh", "status: draf\njudul: SOP Contoh")
    assert ("FL05", "error") in codes(check(CheckRequest(DAY, [spec], open_drafts=True)))
