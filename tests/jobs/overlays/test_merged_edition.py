"""An edition over a base is read, checked, mended, compared and approved as any other."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.jobs.folder import REVIEWER, edit, run
from tests.jobs.folder import begin as begin_own
from tests.jobs.overlays.office import BASE, begin, overlay

from sopgen.desk.session.edition import Session
from sopgen.desk.session.routes import differing
from sopgen.errors import SpecError
from sopgen.jobs.build import build
from sopgen.jobs.check import lint, problems
from sopgen.jobs.edit.changes import with_item, with_value
from sopgen.jobs.edit.fix import Accepted, mended_file
from sopgen.jobs.edit.revise import begun
from sopgen.jobs.provenance import spec_digest
from sopgen.model.sop import Status
from sopgen.read.load import load_edition, load_sop

SPEC = overlay("polres")
TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def _in_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path, "polres"))
    monkeypatch.setenv("SOPGEN_LANG", "en")


def test_it_makes_the_same_pages_as_an_edition_that_says_all_itself(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    own = begin_own(tmp_path / "own")
    edit(own / "spec/sop/contoh/2026.yaml", "isi: [Kamera]", "isi: [Kamera, Kamera saku]")
    made, same = (
        build(path, tmp_path / path.parts[0], templates=Path("templates"))
        for path in (SPEC, (own / "spec/sop/contoh/2026.yaml").relative_to(tmp_path))
    )
    for name in ("sop.docx", "sop.pdf", "charts/A.svg"):
        assert (made / name).read_bytes() == (same / name).read_bytes()


def test_an_approval_is_void_where_its_base_says_something_else() -> None:
    result = run("approve", SPEC.as_posix(), "--to", "ditinjau", "--date", "2026-03-05", *REVIEWER)
    assert result.exit_code == 0, result.output
    assert load_edition(SPEC).sop.status is Status.REVIEWED
    edit(BASE, "Apabila lalai", "# catatan saja\n Apabila lalai")
    assert load_edition(SPEC).sop.status is Status.REVIEWED
    edit(BASE, "dapat ditegur", "ditegur")
    edition = load_edition(SPEC)
    assert edition.sop.status is Status.DRAFT
    assert edition.life.changed == ("peringatan",)


def test_what_outputs_are_made_from_is_told_with_the_base() -> None:
    before = spec_digest(load_edition(SPEC))
    edit(BASE, "Apabila lalai", "Bila lalai")
    assert spec_digest(load_edition(SPEC)) != before


def test_a_remark_silences_what_is_found_in_the_base() -> None:
    edit(BASE, "uraian: Mulai}", "uraian: Kepala mulai}")
    found = {(one.file, one.code) for one in problems(SPEC)}
    assert (BASE.as_posix(), "FL09") in found
    edit(BASE, "uraian: Kepala mulai}", "uraian: Kepala mulai} # abaikan FL09: demikian sebutannya")
    assert (BASE.as_posix(), "FL09") not in {(one.file, one.code) for one in problems(SPEC)}


def test_it_is_told_that_nobody_brought_it_to_its_base() -> None:
    (found,) = [one for one in lint(load_edition(SPEC)) if one.code == "DS03"]
    assert (found.file, found.line, found.severity) == (SPEC.as_posix(), 1, "warning")
    assert f"`sopgen update {BASE.as_posix()}`" in found.fix


def test_a_correction_is_written_into_the_overlay_and_the_base_stays() -> None:
    edit(BASE, "isi: [Buku]", "isi: ['Buku , dan pena']")
    before = BASE.read_bytes()
    mended = mended_file(SPEC, Accepted(), TODAY)
    assert [one.codes for one in mended.changes] == ["LG02"]
    assert BASE.read_bytes() == before
    text = SPEC.read_text("utf-8")
    assert text.startswith("dasar: contoh/2026\n# kami\nperalatan: {isi: {tambah: [Kamera saku]}}\n")
    assert load_sop(SPEC).pencatatan.isi == ("Buku, dan pena",)
    assert load_sop(SPEC).alasan_perubahan[0].di == "pencatatan.isi[0]"


def test_a_form_writes_a_value_and_an_item_into_the_overlay() -> None:
    source = load_edition(SPEC).sop_source
    source = with_value(source, ("identitas", "pengesah", "nama"), "Personel Contoh 9")
    source = with_item(source, ("kegiatan", 0, "alur"), 1, {"id": "x", "pelaksana": "ketua", "uraian": "Mencatat"})
    SPEC.write_text(source.text, "utf-8")
    sop = load_sop(SPEC)
    assert [step.id for step in sop.kegiatan[0].alur] == ["l1", "x", "l2", "l3", "l4"]
    assert sop.identitas.pengesah.nama == "Personel Contoh 9"


@pytest.fixture
def session() -> Iterator[Session]:
    opened = Session(SPEC)
    yield opened
    opened.close()


def test_the_desk_opens_it_writes_into_the_overlay_and_undoes(session: Session) -> None:
    before = SPEC.read_text("utf-8")
    session.type(("judul",), "SOP Contoh Polres")
    session.rest()
    session.keep()
    assert SPEC.read_text("utf-8") == before.replace("# kami\n", "judul: SOP Contoh Polres\n# kami\n")
    session.undo()
    session.keep()
    assert SPEC.read_text("utf-8") == before


def test_the_desk_sees_that_the_base_was_changed_beside_it(session: Session) -> None:
    edit(BASE, "judul: SOP Contoh", "judul: SOP Contoh Polda")
    assert session.look_around()
    assert session.seen.sop.judul == "SOP Contoh Polda"


def test_it_is_compared_with_what_it_was_at_a_revision() -> None:
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *words], check=True)
    edit(BASE, "isi: [Buku]", "isi: [Buku, Pena]")
    edit(SPEC, "Kamera saku", "Kamera")
    result = run("diff", "HEAD", "--spec", SPEC.as_posix())
    assert result.exit_code == 1  # it stands in the base already
    edit(SPEC, "[Kamera]", "[Laptop]")
    result = run("diff", "HEAD", "--spec", SPEC.as_posix())
    assert "Pena" in result.output
    assert "Laptop" in result.output


def test_faults_of_both_files_are_told_at_once() -> None:
    edit(BASE, "simbol: mulai", "simbol: awal")
    edit(SPEC, "# kami", "kunci: x")
    with pytest.raises(SpecError) as caught:
        load_edition(SPEC)
    assert {one.file for one in caught.value.problems} == {BASE.as_posix(), SPEC.as_posix()}


def test_its_next_edition_is_an_overlay_over_the_same_base() -> None:
    path = begun(SPEC, "2027")
    text = path.read_text("utf-8")
    assert "dasar: contoh/2026\n" in text
    assert "# kami\n" in text
    sop = load_sop(path)
    assert (sop.edisi, sop.identitas.nomor_sop.nilai) == ("2027", "SOP / ... / ... / 2027")
    assert sop.kegiatan == load_sop(BASE).kegiatan


def test_the_desk_tells_what_differs_where_another_program_wrote_the_overlay(session: Session) -> None:
    edit(SPEC, "Kamera saku", "Laptop")
    told = differing(session, SPEC.read_text("utf-8"))
    assert [(one["path"], one["di_sini"], one["di_berkas"]) for one in told] == [
        ("peralatan.isi[1]", "Kamera saku", "Laptop")
    ]
