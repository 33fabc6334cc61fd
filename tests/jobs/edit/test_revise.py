"""The next edition begins as a draft of the one before, with what only approval can tell left open."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sopgen.cli.main import main
from sopgen.compare.changes import changes, unused_reasons
from sopgen.jobs.edit.revise import next_edition, open_number, revision
from sopgen.model.sop import Status
from sopgen.read.load import Edition, edited, load_edition
from sopgen.workspace import start

ROOT = Path(__file__).parents[3]
OLD = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "spec" / "sop" / "fkpm"
    folder.mkdir(parents=True)
    (folder / "2019.yaml").write_bytes(OLD.read_bytes())
    (tmp_path / "spec" / "satuan.yaml").write_bytes((ROOT / "spec" / "satuan.yaml").read_bytes())
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_only_the_lines_that_the_new_edition_can_not_keep_are_others(edition: Edition) -> None:
    text, reasons = next_edition(edition, "2026").text.split("\nalasan_perubahan:\n")
    old, new = edition.sop_source.text.splitlines(), text.splitlines()
    assert [
        "# Edisi 2019 sebagaimana diterbitkan: setiap kata, termasuk salah ketiknya, adalah data.",
        'edisi: "2019"',
        "sebagaimana_terbit: true",
        '  tahun: "2019"',
        "    - SATBINMAS POLRES GORONTALO KOTA",
        "  satuan_kerja: SATBINMAS POLRES GORONTALO KOTA",
        "  nomor_sop: {judul: NOMOR SOP, nilai: SOP / 07 / IX / 2019}",
        "  tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2019-09-03, tertulis: 03 SEPTEMBER 2019}",
        '  tanggal_revisi: {judul: TGL REVISI, nilai: null, tertulis: "01"}',
        "  tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-10-01, tertulis: 01 OKTOBER 2019}",
        "  disahkan_oleh: {judul: DISAHKAN OLEH, nilai: KAPOLRES GORONTALO KOTA}",
        "    nama: ROBIN LUMBAN RAJA, S.I.K, M.SI",
        "    pangkat: AJUN KOMISARIS BESAR POLISI",
        '    nrp: "76050993"',
        *["      waktu: {nilai: 1, satuan: jam, tertulis: 1 Jam}"] * 3,
    ] == [line for line in old if line not in new]
    assert [
        "# Draf edisi 2026, dibuat dari edisi 2019 oleh `sopgen revise`. "
        "Yang masih harus diisi atau diputuskan disebut oleh `sopgen check`.",
        'edisi: "2026"',
        "status: draf",
        '  tahun: "2026"',
        "    - SATBINMAS POLRESTA GORONTALO KOTA",
        "  satuan_kerja: SATBINMAS POLRESTA GORONTALO KOTA",
        "  nomor_sop: {judul: NOMOR SOP, nilai: SOP / ... / ... / 2026}",
        "  tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2019-09-03}",
        "  tanggal_revisi: {judul: TGL REVISI, nilai: null}",
        "  nomor_revisi: 2",
        "  tanggal_efektif: {judul: TGL EFEKTIF, nilai: null}",
        "  disahkan_oleh: {judul: DISAHKAN OLEH, nilai: KAPOLRESTA GORONTALO KOTA}",
        '    nama: "..."',
        '    pangkat: "..."',
        '    nrp: "..."',
        *["      waktu: {nilai: 1, satuan: jam}"] * 3,
    ] == [line for line in new if line not in old]
    assert [
        "  - di: edisi",
        "  - di: sampul.tahun",
        "  - di: identitas.nomor_sop",
        "  - di: identitas.tanggal_revisi",
        "  - di: identitas.tanggal_efektif",
        "  - di: identitas.nomor_revisi",
        "  - di: identitas.tanggal_pembuatan",
        *[f"  - di: kegiatan[{n}].mutu_baku.waktu" for n in range(3)],
        "  - di: sampul.instansi[0]",
        "  - di: identitas.satuan_kerja",
        "  - di: identitas.disahkan_oleh.nilai",
        *[f"  - di: identitas.pengesah.{key}" for key in ("nama", "pangkat", "nrp")],
    ] == [line for line in reasons.splitlines() if line.startswith("  - di:")]
    assert [
        '    menjadi: "2"',
        "    menjadi: 3 September 2019",
        *["    menjadi: 1 jam"] * 3,
        *["    menjadi: SATBINMAS POLRESTA GORONTALO KOTA"] * 2,
        "    menjadi: KAPOLRESTA GORONTALO KOTA",
    ] == [line for line in reasons.splitlines() if line.startswith("    menjadi:")]


def test_every_change_to_the_next_edition_has_its_reason(edition: Edition) -> None:
    new = edited(edition, next_edition(edition, "2026").text).sop
    found = changes(edition.sop, new)
    assert [] == [change.path for change in found if not change.reason]
    assert [] == unused_reasons(found, new)


def test_the_draft_is_no_issued_edition_and_prints_the_standard_forms(edition: Edition) -> None:
    sop = edited(edition, next_edition(edition, "2026").text).sop
    assert (Status.DRAFT, False, "DRAF - BUKAN SOP YANG BERLAKU") == (sop.status, sop.sebagaimana_terbit, sop.mark)
    assert "3 September 2019" == sop.identitas.tanggal_pembuatan.printed
    assert {"1 jam"} == {activity.mutu_baku.time for activity in sop.kegiatan}
    assert sop.identitas.finished is None


def test_the_edition_after_that_raises_the_number_again(edition: Edition) -> None:
    second = edited(edition, next_edition(edition, "2026").text)
    third = edited(edition, next_edition(second, "uji-coba").text).sop
    assert 3 == third.identitas.nomor_revisi
    assert third.sampul
    assert ("uji-coba", "2026") == (third.edisi, third.sampul.tahun)
    assert "SOP / ... / ... / ..." == third.identitas.nomor_sop.nilai
    head = edited(edition, next_edition(second, "uji-coba").text).sop_source.text.splitlines()[:3]
    assert "# Draf edisi uji-coba, dibuat dari edisi 2026" in head[1]
    assert "id: fkpm" == head[2]


def test_an_edition_without_comments_or_revision_becomes_the_first_revision() -> None:
    old = load_edition(ROOT / "tests" / "contoh" / "sop.yaml")
    text = next_edition(old, "2027").text
    assert text.startswith("# Draf edisi 2027, dibuat dari edisi 2026 oleh")
    assert (0, 1) == (revision(old.sop.identitas), revision(edited(old, text).sop.identitas))


def test_former_reasons_of_change_do_not_go_into_the_next_edition(edition: Edition) -> None:
    text = edition.sop_source.text + "alasan_perubahan:\n  - {di: judul, alasan: Singkat}\n"
    assert next_edition(edition, "2026").text == next_edition(edited(edition, text), "2026").text


@pytest.mark.parametrize(
    ("number", "opened"),
    [
        ("SOP / 07 / IX / 2019", "SOP / ... / ... / 2026"),
        ("SOP /  / II / 2017", "SOP /  / ... / 2026"),
        ("B/SOP - 01/IX/HUK.7.1/2021", "B/SOP - .../.../HUK.7.1/2026"),
        ("SOP-POL-008/BAGSUMDA", "SOP-POL-.../BAGSUMDA"),
    ],
)
def test_a_number_keeps_what_does_not_change_from_edition_to_edition(number: str, opened: str) -> None:
    assert opened == open_number(number, "2026")


@given(st.text(st.sampled_from("0123456789IVX./ABC -"), min_size=1, max_size=20))
def test_an_opened_number_carries_no_old_running_number(number: str) -> None:
    opened = open_number(number, "2026")
    assert number.count("/") == opened.count("/")
    assert opened == open_number(opened, "2026")


def test_revise_writes_the_draft_beside_the_edition_and_says_what_comes_next(desk: Path) -> None:
    result = run("revise", "spec/sop/fkpm/2019.yaml", "--edition", "2026")
    assert 0 == result.exit_code
    assert (
        "made spec/sop/fkpm/2026-draf.yaml\n"
        "next: sopgen fix spec/sop/fkpm/2026-draf.yaml, then sopgen check spec/sop/fkpm/2026-draf.yaml\n"
    ) == result.output
    assert Status.DRAFT is load_edition(desk / "2026-draf.yaml").sop.status
    assert OLD.read_bytes() == (desk / "2019.yaml").read_bytes()


def test_revise_writes_where_it_is_told(desk: Path) -> None:
    assert (
        0 == run("revise", "spec/sop/fkpm/2019.yaml", "--edition", "2026", "--out", "spec/sop/lain/x.yaml").exit_code
    )
    assert (desk.parent / "lain" / "x.yaml").is_file()


def test_what_exists_is_never_written_over(desk: Path) -> None:
    (desk / "2026-draf.yaml").write_text("milik saya", encoding="utf-8")
    result = run("revise", "spec/sop/fkpm/2019.yaml", "--edition", "2026")
    assert (1, "sopgen: spec/sop/fkpm/2026-draf.yaml exists already. fix: name another file with --out\n") == (
        result.exit_code,
        result.output,
    )
    assert "milik saya" == (desk / "2026-draf.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["2019", "Uji"])
def test_an_edition_that_exists_is_refused_however_its_file_is_called(desk: Path, name: str) -> None:
    text = (desk / "2019.yaml").read_text("utf-8").replace('edisi: "2019"', "edisi: uji")
    (desk / "apa-saja.yaml").write_text(text, encoding="utf-8")
    result = run("revise", "spec/sop/fkpm/2019.yaml", "--edition", name, "--out", "spec/sop/lain/x.yaml")
    assert 1 == result.exit_code
    assert f'sopgen: edition "{name}" exists already: spec/sop/fkpm/' in result.output
    assert not (desk.parent / "lain").exists()


@pytest.mark.parametrize("name", ["../2026", "a/b", "", "con", "2026 revisi"])
def test_a_name_that_can_be_no_file_is_wrong_usage(desk: Path, name: str) -> None:
    result = run("revise", "spec/sop/fkpm/2019.yaml", "--edition", name)
    assert 2 == result.exit_code
    assert "letters, digits, - and _ only; not a name that Windows keeps for itself" in result.output.replace(
        "\n", " "
    )
    assert ["2019.yaml"] == [path.name for path in desk.iterdir()]


def test_a_faulty_or_missing_edition_is_told_in_full(desk: Path) -> None:
    text = (desk / "2019.yaml").read_text("utf-8")
    (desk / "2019.yaml").write_text(text.replace("judul: SOP", "jdul: SOP").replace("2019-09-03", "kemarin"), "utf-8")
    result = run("revise", "spec/sop/fkpm/2019.yaml", "--edition", "2026")
    assert (1, 2) == (result.exit_code, result.output.count("error SK01"))
    result = run("revise", "spec/sop/fkpm/2020.yaml", "--edition", "2026")
    assert (1, 1) == (result.exit_code, len(result.output.splitlines()))
    assert "spec/sop/fkpm/2020.yaml:1:1: error YM01" in result.output


def test_nobody_has_signed_the_next_edition(tmp_path: Path) -> None:
    start(tmp_path / "kerja", "kendali")
    (spec,) = (tmp_path / "kerja" / "spec" / "sop").glob("*/*.yaml")
    decree = """keputusan:
  judul: [KEPUTUSAN]
  nomor: Kep/01/VIII/2026
  tentang: SOP
  jabatan: KEPALA
  menimbang: [bahwa perlu;]
  mengingat: [Aturan contoh]
  menetapkan: KEPUTUSAN.
  isi: [Berlaku.]
  tempat: Contoh
  tanggal: 2026-08-03
identitas:
"""
    text = spec.read_text("utf-8").replace("identitas:\n", decree, 1)
    spec.write_text(text.replace("tanggal_pengesahan: null", "tanggal_pengesahan: 2026-07-27"), "utf-8")
    old = load_edition(spec)
    new = edited(old, next_edition(old, "2027").text).sop
    assert [one.tanggal for one in new.identitas.kendali] == [None, None]
    assert new.identitas.tanggal_pengesahan is None
    assert new.keputusan
    assert (None, "Kep/.../.../2027") == (new.keputusan.tanggal, new.keputusan.nomor)
    assert [one.nama for one in new.identitas.kendali] == [one.nama for one in old.sop.identitas.kendali]
