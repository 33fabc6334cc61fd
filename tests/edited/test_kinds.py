"""What an editor can do besides changing words in a list: dates, symbols, rows, moves, remarks, heads that repeat."""

import copy
from contextlib import suppress
from datetime import date

import pytest
from lxml import etree
from tests.documents import W
from tests.edited.editor import Editor, drop, runs, said
from tests.edited.truth import EDITIONS, ROOT, Issued
from tests.examples import many

from sopgen.compare.edited.marks import PlaceKind
from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure, WordProposal
from sopgen.compare.edited.reading import EditedReading, reading
from sopgen.errors import SopgenError, path_text
from sopgen.finish.redline.document import track
from sopgen.model.printed import printed
from sopgen.read.edited.document import edited_document


@pytest.fixture(scope="module")
def fkpm() -> Issued:
    return Issued(EDITIONS["fkpm"])


@pytest.fixture(scope="module")
def steps() -> Issued:
    return Issued(EDITIONS["per_langkah"])


def begun(issued: Issued) -> Editor:
    return Editor(issued.docx, issued.once, 1)


def read(issued: Issued, editor: Editor) -> EditedReading:
    return reading(issued.texts, edited_document("sop.docx", editor.saved()))


def only(found: EditedReading) -> WordProposal:
    assert 1 == len(found.proposals), found.proposals
    return found.proposals[0]


def at(editor: Editor, path: str) -> etree._Element:
    return next(one for one, place in editor.places if place == path)


def row_of(paragraph: etree._Element) -> etree._Element:
    return next(paragraph.iterancestors(f"{W}tr"))


def by_hand(issued: Issued, *changes: tuple[str, str]) -> dict[str, tuple[str, bool]]:
    """Return the text and the sureness of what is proposed for each place when words are changed by hand."""
    editor = begun(issued)
    for old, new in changes:
        editor.put_in_place(old, new)
    return {one.path: (one.new, one.sure) for one in read(issued, editor).proposals}


def test_a_date_and_a_time_are_told_from_texts(fkpm: Issued) -> None:
    editor = begun(fkpm)
    editor.put_in_place("01 OKTOBER 2019", "02 OKTOBER 2019")
    editor.put_in_place("1 Jam", "2 Jam")
    found = read(fkpm, editor).proposals
    assert [
        ("identitas.tanggal_efektif.tertulis", "02 OKTOBER 2019", PlaceKind.DATE, True),
        ("kegiatan[0].mutu_baku.waktu.tertulis", "2 Jam", PlaceKind.TIME, True),
    ] == [(one.path, one.new, one.holds, one.sure) for one in found]


def test_what_is_no_date_in_the_place_of_one_is_not_sure(fkpm: Issued) -> None:
    editor = begun(fkpm)
    editor.put_in_place("01 OKTOBER 2019", "segera setelah disahkan")
    assert (WhyUnsure.NOT_READ,) == only(read(fkpm, editor)).doubts


RANK, NUMBER = "identitas.pengesah.pangkat", "identitas.pengesah.nrp"


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("AJUN KOMISARIS BESAR POLISI MUDA NRP 76050993", {RANK: ("AJUN KOMISARIS BESAR POLISI MUDA", True)}),
        ("KOMISARIS BESAR POLISI NRP 76050993", {RANK: ("KOMISARIS BESAR POLISI", True)}),
        ("AJUN KOMISARIS BESAR POLISI NRP 76050994", {NUMBER: ("76050994", True)}),
        ("KOMISARIS POLISI NRP 77050993", {RANK: ("KOMISARIS POLISI", True), NUMBER: ("77050993", True)}),
    ],
)
def test_two_places_that_share_a_line_are_told_apart(fkpm: Issued, now: str, wanted: object) -> None:
    assert wanted == by_hand(fkpm, ("AJUN KOMISARIS BESAR POLISI NRP 76050993", now))


def test_a_change_over_the_edge_of_two_places_is_not_sure(fkpm: Issued) -> None:
    found = by_hand(fkpm, ("BESAR POLISI NRP 76050993", "MUDA 99"))
    assert found
    assert not any(sure for _, sure in found.values())


def test_words_in_a_symbol_are_a_step_s(fkpm: Issued) -> None:
    editor = begun(fkpm)
    boxes = [one for one in editor.root.iter(f"{W}txbxContent") if "Kanit" in "".join(map(str, one.itertext()))]
    words = next(boxes[0].iter(f"{W}t"))
    words.text = "Panit"
    assert "kegiatan[0].alur[2].uraian" == only(read(fkpm, editor)).path


def test_a_head_that_repeats_is_one_place_and_one_that_is_changed_in_two_ways_is_not_sure(fkpm: Issued) -> None:
    editor = begun(fkpm)
    heads = [one for one in editor.paragraphs() if said(one) == "Kelengkapan"]
    assert len(heads) > 1
    for head in heads:
        editor_text(head).text = "Syarat"
    assert ("kepala_tabel.kelengkapan", "Syarat", ()) == told(only(read(fkpm, editor)))
    editor_text(heads[0]).text = "Alat"
    assert (WhyUnsure.SEVERAL,) == only(read(fkpm, editor)).doubts


def editor_text(paragraph: etree._Element) -> etree._Element:
    return next(paragraph.iter(f"{W}t"))


def told(one: WordProposal) -> tuple[str, str, tuple[WhyUnsure, ...]]:
    return one.path, one.new, one.doubts


def test_the_same_words_in_two_lists_are_told_apart_by_their_place(fkpm: Issued) -> None:
    editor = begun(fkpm)
    both = [one for one in editor.paragraphs() if said(one) == "Materi"]
    for one, path in zip(both, ("peralatan.isi[2]", "pencatatan.isi[1]"), strict=True):
        fresh = begun(fkpm)
        number = list(editor.paragraphs()).index(one)
        words = [text for text in list(fresh.paragraphs())[number].iter(f"{W}t") if text.text == "Materi"]
        words[-1].text = "Bahan paparan"
        assert (path, "Bahan paparan", ()) == told(only(read(fkpm, fresh)))


@pytest.mark.parametrize("way", ["tracked", "plain"])
def test_an_item_that_was_moved_is_one_proposal(fkpm: Issued, way: str) -> None:
    editor = begun(fkpm)
    one, behind = at(editor, "peralatan.isi[0]"), at(editor, "peralatan.isi[4]")
    if way == "tracked":
        editor.move(one, behind)
    else:
        behind.addnext(one)
    moved = only(read(fkpm, editor))
    assert (ProposalKind.MOVED, "peralatan.isi[0]", 4, ()) == (moved.kind, moved.path, moved.to, moved.doubts)


def test_a_remark_goes_with_the_change_at_its_place_or_stands_alone(fkpm: Issued) -> None:
    editor = begun(fkpm)
    editor.replace(at(editor, "peringatan.isi[1]"), "tracked")
    editor.remark(at(editor, "peringatan.isi[1]"), "Sesuai arahan pimpinan")
    editor.remark(at(editor, "dasar_hukum.isi[3]"), "Tambahkan dasar hukum Perpol 1/2021")
    found = {one.kind: one for one in read(fkpm, editor).proposals}
    assert ["Sesuai arahan pimpinan"] == [one.text for one in found[ProposalKind.CHANGED].remarks]
    lone = found[ProposalKind.REMARK]
    assert ("dasar_hukum.isi[3]", "AKP Contoh") == (lone.path, lone.remarks[0].by.author)
    assert "Tambahkan dasar hukum Perpol 1/2021" == lone.new


@pytest.mark.parametrize("way", ["tracked", "plain"])
def test_a_new_row_of_steps_is_shown_as_one_and_never_sure(steps: Issued, way: str) -> None:
    editor = begun(steps)
    row = row_of(next(one for one, path in editor.places if path == "kegiatan[0].alur[3].uraian"))
    made = copy.deepcopy(row)
    for one in made.iter(f"{W}p"):
        for text in one.iter(f"{W}t"):
            text.text = f"Baru {text.text}"
    row.addnext(made)
    if way == "tracked":
        editor.mark_row(made, "ins")
    row_added = only(read(steps, editor))
    assert (ProposalKind.ADDED, "kegiatan[0].alur[4]", (WhyUnsure.ROW,)) == (
        row_added.kind,
        row_added.path,
        row_added.doubts,
    )
    assert " | " in row_added.new


@pytest.mark.parametrize("way", ["tracked", "plain"])
def test_a_row_of_steps_that_is_gone_is_one_proposal_and_never_sure(steps: Issued, way: str) -> None:
    editor = begun(steps)
    row = row_of(next(one for one, path in editor.places if path == "kegiatan[0].alur[3].uraian"))
    if way == "tracked":
        editor.mark_row(row, "del")
    else:
        drop(row)
    one = only(read(steps, editor))
    assert (ProposalKind.REMOVED, "kegiatan[0].alur[3]", (WhyUnsure.ROW,)) == (one.kind, one.path, one.doubts)


def test_what_stands_in_no_field_is_told_and_never_proposed(fkpm: Issued) -> None:
    editor = begun(fkpm)
    editor.put_in_place("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "KEPOLISIAN REPUBLIK")
    found = read(fkpm, editor)
    assert () == found.proposals
    assert "KEPOLISIAN REPUBLIK" in [one.new for one in found.outside]


def test_formatting_is_counted_by_its_name(fkpm: Issued) -> None:
    editor = begun(fkpm)
    for path in ("peralatan.isi[0]", "peralatan.isi[3]"):
        run = runs(at(editor, path))[0]
        look = run.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            run.insert(0, look)
        etree.SubElement(look, f"{W}highlight", {f"{W}val": "yellow"})
    found = read(fkpm, editor)
    assert ((), {"highlighted": 2}) == (found.proposals, found.formats)


def test_the_tracked_changes_from_one_edition_to_the_next_lead_to_the_next_one(fkpm: Issued) -> None:
    new = Issued(ROOT / "spec" / "sop" / "fkpm" / "2026-draf.yaml")
    day = date(2026, 1, 1)
    found = reading(fkpm.texts, edited_document("a", track(fkpm.docx, new.docx, author="Satuan", dated=day, day=day)))
    texts = {"".join(one.text.split()) for one in printed(new.edition.sop)}
    times = {"".join(one.kegiatan[0].mutu_baku.time.split()) for one in (new.edition.sop,)}
    sure = [one for one in found.proposals if one.sure and one.new and one.holds is not PlaceKind.DATE]
    assert [] == [one for one in sure if "".join(one.new.split()) not in texts | times]
    told = {one.loc for one in found.proposals}
    kept = [part for text in fkpm.texts for part in text.parts if "".join(part.place.text.split()) not in texts]
    unseen = {path_text(one.place.loc) for one in kept if one.place.loc not in told}
    assert set() == {path for path in unseen if not path.endswith("tertulis")}


def test_a_blank_that_was_put_between_two_words_is_a_change(fkpm: Issued) -> None:
    editor = begun(fkpm)
    editor.put_in_place("pelayanan,pembinaan", "pelayanan, pembinaan")
    wanted = "Memiliki kemampuan dalam pelayanan, pembinaan dan penyuluhan"
    assert ("kualifikasi_pelaksana.isi[0]", wanted, ()) == told(only(read(fkpm, editor)))


def test_blanks_that_a_program_sets_as_it_likes_are_no_change(fkpm: Issued) -> None:
    editor = begun(fkpm)
    editor.put_in_place("kampanye politik", "kampanye\u00a0  politik ")
    assert () == read(fkpm, editor).proposals


@pytest.mark.parametrize("typed", ["Senter", "- Senter", "-\tSenter", "\u2022 Senter", "-Senter"])
def test_a_new_item_has_no_dash_of_its_own(fkpm: Issued, typed: str) -> None:
    editor = begun(fkpm)
    behind = at(editor, "peralatan.isi[0]")
    made = copy.deepcopy(behind)
    for one in [one for one in made if one.tag != f"{W}pPr"]:
        made.remove(one)
    made.append(editor.run(runs(behind)[0], typed))
    behind.addnext(made)
    assert ("peralatan.isi[1]", "Senter", ()) == told(only(read(fkpm, editor)))


def test_words_that_google_docs_wraps_are_read(fkpm: Issued) -> None:
    editor = begun(fkpm)
    for paragraph in list(editor.paragraphs()):
        for run in runs(paragraph):
            wrapped = etree.Element(f"{W}sdt")
            run.addprevious(wrapped)
            etree.SubElement(wrapped, f"{W}sdtPr")
            etree.SubElement(wrapped, f"{W}sdtContent").append(run)
    editor.put_in_place("kampanye politik", "kampanye partai")
    assert "peringatan.isi[1]" == only(read(fkpm, editor)).path


def test_what_a_torn_document_says_is_read_or_refused(fkpm: Issued) -> None:
    for seed in range(many(100)):
        editor = Editor(fkpm.docx, fkpm.once, seed)
        every = list(editor.root.iter(etree.Element))[1:]
        for _ in range(editor.random.randint(1, 30)):
            one, other = editor.random.sample(every, 2)
            holder = one.getparent()
            way = editor.random.choice(["drop", "copy", "move", "rename"])
            if holder is None or other in list(one.iter()):
                continue
            if way == "drop":
                holder.remove(one)
            elif way == "copy":
                other.append(copy.deepcopy(one))
            elif way == "move":
                other.append(one)
            else:
                one.tag = other.tag
        with suppress(SopgenError):
            read(fkpm, editor)
