"""The PDFs that sopgen makes come back whole: texts, lanes, symbols, exits; nothing differs without a doubt."""

from pathlib import Path

import pytest
from tests.documents import office_pdf
from tests.examples import TESTS, many
from tests.old_pdfs import ROOT, differences, own_files, own_pdf, silent
from tests.random_sops import random_sop

from sopgen.read.load import load_edition
from sopgen.read.old.found import OldSop
from sopgen.read.old.pdf.reader import read_pdf

SHIPPED = ("spec/sop/fkpm/2019.yaml", "spec/sop/fkpm/2026-draf.yaml", "spec/sop/mediasi/contoh.yaml")
SEEDS = range(50) if TESTS == "fuzz" else range(0, many(50), 2)


@pytest.fixture(scope="module")
def mediation(tmp_path_factory: pytest.TempPathFactory) -> OldSop:
    return read_pdf(own_pdf(ROOT / SHIPPED[2], tmp_path_factory.mktemp("mediasi")))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_edition_comes_back_to_the_letter(name: str, tmp_path: Path) -> None:
    read = read_pdf(own_pdf(ROOT / name, tmp_path))
    assert differences(load_edition(ROOT / name).sop, read) == []
    assert not [step.doubt for activity in read.activities for step in activity.steps if step.doubt]


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_a_random_sop_differs_without_a_doubt(seed: int, tmp_path: Path) -> None:
    spec = random_sop(seed, tmp_path / "spec")
    read = read_pdf(own_pdf(spec, tmp_path))
    assert silent(differences(load_edition(spec).sop, read)) == []


def test_a_pdf_that_libreoffice_makes_of_the_word_file_comes_back_too(tmp_path: Path) -> None:
    path = tmp_path / "lama.pdf"
    path.write_bytes(office_pdf(own_files(ROOT / SHIPPED[2])["sop.docx"]))
    assert differences(load_edition(ROOT / SHIPPED[2]).sop, read_pdf(path)) == []


def test_lists_in_running_text_are_read_to_the_next_head(tmp_path: Path) -> None:
    spec = ROOT / "spec" / "contoh" / "kendali" / "sop.yaml"
    sop, read = load_edition(spec).sop, read_pdf(own_pdf(spec, tmp_path))
    for key in ("dasar_hukum", "kualifikasi_pelaksana", "peralatan", "peringatan", "pencatatan"):
        assert [one.text for one in read.lists[key]] == [*getattr(sop, key).isi]


def test_what_is_printed_on_every_page_is_told_once_and_not_taken_for_the_sop(mediation: OldSop) -> None:
    assert [one.text for one in mediation.unplaced] == ["CONTOH - DRAF - BUKAN SOP YANG BERLAKU"]


def test_an_arrow_is_followed_over_the_connectors_of_two_pages(mediation: OldSop) -> None:
    steps = mediation.activities[0].steps
    assert [one.to for one in steps[4].exits] == [16]
    assert steps[7].exits == ()


def test_a_decision_has_its_answers_at_its_arrows(mediation: OldSop) -> None:
    exits = mediation.activities[0].steps[11].exits
    assert {(one.label, one.to, one.doubt) for one in exits} == {("Ya", 12, ""), ("Tidak", 9, "")}


def test_a_text_has_its_place(mediation: OldSop) -> None:
    spot = mediation.texts["identitas.nama_sop.nilai"].spot
    assert spot.page == 2
    assert spot.box is not None
    assert spot.box[0] > 400
    assert 255 < spot.box[1] < 275
