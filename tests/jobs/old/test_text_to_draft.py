"""Pasted and scanned text becomes a draft: what is right, and what is said not to be sure."""

from pathlib import Path

import pytest
from tests.read.old.pasted import copied, scanned
from tests.read.old.scored import missed

from sopgen.jobs.old.draft import Draft, drafted
from sopgen.messages import spoken
from sopgen.model.sop import Sop
from sopgen.read.load import load_sop, validated
from sopgen.read.old.text.reader import read_text
from sopgen.read.source import parse, parse_text

ROOT = Path(__file__).parents[3]
FKPM = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
REAL = sorted((ROOT / "tests" / "contoh" / "nyata").glob("*/spec/sop/*/*.yaml"))


def draft_of(text: str) -> Draft:
    with spoken("id"):
        return drafted(read_text(text.encode()), "lama.txt")


def test_a_scan_with_html_and_mermaid_comes_back_and_each_doubt_is_true() -> None:
    draft = draft_of(scanned(load_sop(FKPM)))
    count, wrong = missed(parse(FKPM).data, parse_text("draf.yaml", draft.text).data)
    # That B may end in an agreement stands in no text.
    assert set(wrong) == {("kegiatan", 1, "kesepakatan")}
    assert count == 201
    assert [one.path for one in draft.doubts] == [
        "identitas.tanggal_revisi",
        "kualifikasi_pelaksana.judul",
        *(f"kegiatan[{n}].{path}" for n in (0, 1) for path in ("alur", "alur[5]", "mutu_baku.keluaran")),
        "kegiatan[2].alur",
        "kegiatan[2].mutu_baku.keluaran",
    ]
    assert [one.text for one in draft.unplaced] == ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH CONTOH"]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.parent.name)
def test_the_text_of_a_real_sop_comes_back_but_for_its_drawing(path: Path) -> None:
    draft = draft_of(copied(load_sop(path)))
    found = parse_text("draf.yaml", draft.text).data
    assert isinstance(found, dict)
    truth = parse(path).data
    _, wrong = missed(truth, found)
    # Copied text has no symbols: who does a step, what it is, where it leads, and rows of several symbols are lost.
    lost = {loc: one for loc, one in wrong.items() if loc[0] in ("pelaksana", "kegiatan")}
    assert not {loc: one for loc, one in wrong.items() if loc not in lost}
    assert "kegiatan[0].alur" in {one.path for one in draft.doubts}


def test_every_doubt_names_its_line_in_the_draft_and_its_place_in_the_old_file() -> None:
    draft = draft_of(scanned(load_sop(FKPM)))
    lines = draft.text.splitlines()
    assert all(one.spot.name.startswith("baris ") for one in draft.doubts)
    assert all(one.text in lines[one.line - 2] for one in draft.doubts)
    revision = next(one for one in draft.doubts if one.path == "identitas.tanggal_revisi")
    assert lines[revision.line - 1].lstrip().startswith("tanggal_revisi:")


def test_the_draft_of_a_text_loads_though_most_is_missing() -> None:
    draft = draft_of("Nomor SOP : SOP/1/2020\n\nPERINGATAN:\n- Jangan dibuka\n")
    sop = validated(parse_text("draf.yaml", draft.text), Sop)
    assert sop.identitas.nomor_sop.nilai == "SOP/1/2020"
    assert sop.peringatan.isi == ("Jangan dibuka",)
    assert {"kegiatan", "pelaksana", "dasar_hukum", "identitas.disahkan_oleh"} <= {one.path for one in draft.doubts}
