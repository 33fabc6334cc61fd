"""From old Word documents and drawn workbooks to drafts: what the spec said that they were made from."""

from pathlib import Path

import pytest
from tests.read.old import drawn_book
from tests.read.old.drawn_book import random_book
from tests.read.old.told import exits

from sopgen.jobs.old.importing import draft_of
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.sop import Layout, Sop
from sopgen.read.load import load_edition, load_sop

ROOT = Path(__file__).parents[3]
# What the editions themselves leave open: a revision that is no date, and a head that is written wrong.
DOUBTS: dict[str, list[str]] = {
    "fkpm/2019.yaml": ["identitas.tanggal_revisi", "kualifikasi_pelaksana.judul"],
    "mediasi/contoh.yaml": [],
}


def flows(sop: Sop) -> list[object]:
    """Return what the flows of an SOP say, whatever its ids are."""
    labels = {lane.id: lane.label for lane in sop.pelaksana}
    return [
        (
            activity.judul,
            activity.mutu_baku if sop.tata_letak is Layout.PER_ACTIVITY else "not printed",
            [
                ([labels[lane] for lane in step.lanes], step.simbol, step.uraian, step.mutu_baku, step.keterangan)
                for step in activity.alur
            ],
            [exits(activity.alur, n) for n in range(len(activity.alur))],
        )
        for activity in sop.kegiatan
    ]


@pytest.mark.parametrize("spec", DOUBTS)
def test_the_draft_of_our_word_document_says_what_the_edition_said(spec: str, tmp_path: Path) -> None:
    edition = load_edition(ROOT / "spec" / "sop" / spec)
    (tmp_path / "lama.docx").write_bytes(dict(document(Work(edition, ROOT / "templates")))["sop.docx"])
    draft = draft_of(tmp_path / "lama.docx")
    (tmp_path / "draf.yaml").write_text(draft.text, "utf-8")
    made = load_sop(tmp_path / "draf.yaml")
    assert flows(made) == flows(edition.sop)
    assert (made.identitas, made.sampul) == (edition.sop.identitas, edition.sop.sampul)
    assert made.dasar_hukum.isi == edition.sop.dasar_hukum.isi
    assert [one.path for one in draft.doubts] == DOUBTS[spec]


def test_the_draft_of_a_drawn_workbook_has_its_roles_and_exits(tmp_path: Path) -> None:
    book = random_book(4)
    draft = draft_of(drawn_book.saved(book, tmp_path))
    (tmp_path / "draf.yaml").write_text(draft.text, "utf-8")
    sop = load_sop(tmp_path / "draf.yaml")
    labels = {lane.id: lane.label for lane in sop.pelaksana}
    steps = sop.kegiatan[0].alur
    assert [tuple(labels[lane] for lane in step.lanes) for step in steps] == [
        tuple(book.lanes[place] for place in step.lanes) for step in book.steps
    ]
    assert [exits(steps, n) for n in range(len(steps))] == [sorted(step.exits) for step in book.steps]
