"""One slip is one line: a key at a wrong place, an id that stands twice or is misspelt where it is listed."""

import re
from pathlib import Path

import pytest
from tests.jobs.folder import SPEC, begin, edit

from sopgen.jobs.check import problems

NAMES = "  nama_sop: {judul: NAMA SOP, nilai: Contoh}\n"
QUALITY = """    mutu_baku:
      kelengkapan: [Kamera, Buku]
      waktu: {nilai: 1, satuan: jam}
      keluaran: [Laporan]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(begin(tmp_path))
    return tmp_path


def errors() -> list[str]:
    return [str(one).partition(": error ")[2] for one in problems(Path(SPEC)) if one.severity == "error"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            NAMES,
            "  nama_sop:\n    judul: NAMA SOP\n    nilai: Contoh\n  ",
            'SK01: key "pengesah" belongs in identitas',
        ),
        (
            QUALITY,
            QUALITY.replace("{nilai: 1, satuan: jam}\n  ", "\n        nilai: 1\n        satuan: jam\n    "),
            'SK01: key "keluaran" belongs in kegiatan[0].mutu_baku',
        ),
        (QUALITY, re.sub("(?m)^    ", "", QUALITY), 'SK01: key "mutu_baku" belongs in kegiatan[0], not here'),
        ("{id: anggota, label", "{id: ketua, label", 'ID07: id "ketua" stands above already'),
        ("{id: anggota, label", "{id: angota, label", 'FL05: role "angota" does no step; the steps say "anggota"'),
        ("  - {id: anggota, label: Anggota}\n", "", 'FL05: role "anggota" is not in pelaksana'),
        ("  - {id: anggota", "  -{id: anggota", "YM04: no blank stands behind the - of an item"),
        ("judul: SOP Contoh", "judul\uff1a SOP Contoh", 'YM04: "\uff1a" only looks like the sign of YAML'),
        ("  - {id: anggota", "  \u2013 {id: anggota", 'YM04: "\u2013" only looks like the sign of YAML'),
        ("isi: [Kamera]", "isi: Kamera", 'SK01: a list is wanted here, not "Kamera"'),
        ("{id: l2, pelaksana", "{id: l1, pelaksana", 'ID07: id "l1" stands above already'),
    ],
)
@pytest.mark.usefixtures("folder")
def test_one_slip_is_one_line(old: str, new: str, told: str) -> None:
    edit(SPEC, old, new)
    (line,) = errors()
    assert line.startswith(told)


@pytest.mark.usefixtures("folder")
def test_a_role_that_is_misspelt_at_some_steps_is_told_at_each() -> None:
    edit(SPEC, "{id: l2, pelaksana: anggota", "{id: l2, pelaksana: angota")
    edit(SPEC, "{id: l3, pelaksana: ketua", "{id: l3, pelaksana: angota")
    assert ['FL05: role "angota" is not in pelaksana'] * 2 == [line.partition(" (")[0] for line in errors()]


@pytest.mark.usefixtures("folder")
def test_ids_of_officials_that_stand_twice_are_told_in_the_file_of_the_unit() -> None:
    one = '  - {{id: kasat, jabatan: KASAT {n}, nama: Personel Contoh {n}, pangkat: AKP, nrp: "0000000{n}"}}\n'
    unit = Path("spec/satuan.yaml")
    unit.write_text(unit.read_text("utf-8") + "pejabat:\n" + one.format(n=2) + one.format(n=3), "utf-8")
    (line,) = [str(found) for found in problems(Path(SPEC)) if found.severity == "error"]
    assert line.startswith('spec/satuan.yaml:11:6: error ID07: id "kasat" stands above already (pejabat[1].id)')
