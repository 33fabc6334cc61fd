"""What may be given out: what was approved, made from nothing but what was approved, the same to the byte."""

import hashlib
import shutil
from pathlib import Path

import pytest
from tests.jobs.folder import SPEC, edit, run

from sopgen.jobs.life import release
from sopgen.model.sop import Status
from sopgen.read.load import load_edition
from sopgen.render import typst


@pytest.fixture(autouse=True)
def _ready(approved_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small edition, reviewed and approved to be signed."""
    shutil.copytree(approved_folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")


def before(template: Path, line: str) -> None:
    template.write_text(line + template.read_text("utf-8"), "utf-8")


def state() -> Status:
    return load_edition(Path(SPEC)).sop.status


def test_settings_of_letters_other_templates_and_reasons_of_changes_leave_the_approval_alone() -> None:
    edit("spec/satuan.yaml", "zona_waktu: WITA", "zona_waktu: WITA\nsurat_perintah: {kka: BIN.1}")
    edit(SPEC, "pelaksana:\n", "alasan_perubahan: [{di: judul, alasan: Baru}]\npelaksana:\n")
    shutil.copy("templates/daftar-hadir/daftar-hadir.docx", "templates/notulen/notulen.docx")
    assert Status.READY is state()


def test_a_program_that_prints_other_bytes_says_so_and_one_that_prints_the_same_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(release, "VERSION", "9.9.9")
    assert 0 == run("build", SPEC, "--release").exit_code
    shutil.copytree("build/contoh-2026", "arsip/contoh-2026")
    other, pdf = Path("arsip/contoh-2026/charts/A.pdf").read_bytes(), typst.Typesetter.pdf

    def changed(self: typst.Typesetter, *told: object, **more: object) -> bytes:
        return other if self.name == "sop.typ" else pdf(self, *told, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(typst.Typesetter, "pdf", changed)
    result = run("build", SPEC, "--release")
    assert 1 == result.exit_code
    assert "error PS15: this program (sopgen 9.9.9) prints sop.pdf otherwise than it was approved" in result.output
    assert "other than in arsip/ look the pages 1, 2, 3" in result.output
    assert Status.READY is state()


def test_a_drawing_that_was_changed_in_the_cache_is_not_given_out() -> None:
    assert 0 == run("build", SPEC, "--out", "benar", "--release").exit_code
    edit(SPEC, "Apabila lalai dapat ditegur", "Apabila lalai akan ditegur")
    assert 0 == run("build", SPEC).exit_code  # a draft, whose drawings are kept
    edit(SPEC, "Apabila lalai akan ditegur", "Apabila lalai dapat ditegur")
    changed = 0
    for path in Path("build/.gambar").glob("*.svg"):
        _, _, svg = path.read_bytes().partition(b"\n")
        other = svg.replace(b"Menyusun", b"Menghapus")
        changed += svg != other
        path.write_bytes(hashlib.sha256(other).hexdigest().encode() + b"\n" + other)
    assert changed
    assert 0 == run("build", SPEC, "--release").exit_code
    assert Path("benar/contoh-2026/sop.pdf").read_bytes() == Path("build/contoh-2026/sop.pdf").read_bytes()


@pytest.mark.parametrize("way", ["a link", "@local/jahat:1.0.0", "@preview/tablex:0.0.8"])
def test_a_template_that_reads_what_is_not_approved_is_refused(way: str) -> None:
    own = Path("templates/sop")
    if way == "a link":
        (own / "bagian").symlink_to("/etc")
    else:
        before(own / "sop.typ", f'#import "{way}": isi\n')
    result = run("build", SPEC, "--out", "lain")
    assert (True, True) == (result.exit_code != 0, way in result.output)
    assert not Path("lain/contoh-2026").exists()


def test_the_sop_s_template_reads_nothing_beside_its_folder() -> None:
    Path("templates/.isi.typ").write_text("#let isi = [TAMBAHAN]", "utf-8")
    before(Path("templates/sop/sop.typ"), '#import "/.isi.typ": isi\n')
    assert run("build", SPEC, "--out", "lain").exit_code
    assert not Path("lain/contoh-2026").exists()


def test_a_hidden_file_of_the_template_is_approved_with_it() -> None:
    Path("templates/sop/.isi.typ").write_text("#let isi = [TAMBAHAN]", "utf-8")
    assert Status.DRAFT is state()
    assert "templat/sop/.isi.typ" in run("check", SPEC).output
