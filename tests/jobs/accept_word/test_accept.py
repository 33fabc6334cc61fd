"""What is accepted of an edited document stands in the draft at its place; what moved on meanwhile is merged."""

import difflib
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from tests.edited.editor import Editor
from tests.edited.truth import ROOT, TEMPLATES, once
from tests.examples import turns
from tests.jobs.accept_word.office import Office
from tests.jobs.overlays.office import BASE, SAID, begin, overlay

from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure
from sopgen.compare.part_names import at
from sopgen.errors import SopgenError, SpecError
from sopgen.jobs.accept_word.apply import apply, every_sure
from sopgen.jobs.accept_word.kept import keep_built
from sopgen.jobs.accept_word.proposals import OfferedChange, WordOffer, WordRequest, proposals
from sopgen.jobs.accept_word.remade import without_pictures
from sopgen.jobs.edit.changes import place_of
from sopgen.read.load import load_edition


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def paragraph(editor: Editor, path: str) -> etree._Element:
    return next(one for one, place in editor.places if place == path)


def only(offer: WordOffer, kind: ProposalKind = ProposalKind.CHANGED) -> OfferedChange:
    found = [one for one in offer.changes if one.proposal.kind is kind]
    assert len(found) == 1, offer.changes
    return found[0]


def other_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def changed_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_only_what_is_accepted_is_other_in_the_file(office: Office) -> None:
    editor = office.editor(office.draft)
    for path in ("peralatan.isi[0]", "peringatan.isi[1]"):
        editor.replace(paragraph(editor, path), "tracked")
    offer = office.offered(editor.saved())
    before = office.draft.read_text("utf-8")
    chosen = next(one for one in offer.changes if one.proposal.path == "peringatan.isi[1]")
    apply(offer, {chosen.id: None})
    lines = other_lines(before, office.draft.read_text("utf-8"))
    assert [
        "-    - Dilarang bersosialisasi tentang kampanye politik",
        f"+    - {chosen.proposal.new}",
        "+  - di: peringatan.isi[1]",
        f"+    menjadi: {chosen.proposal.new}",
        "+    alasan: Usulan AKP Contoh dalam naskah Word, 27 November 2026.",
    ] == lines


@pytest.mark.parametrize("seed", range(max(2, turns(6))))
def test_all_that_is_sure_stands_in_the_draft_as_word_says_it(office: Office, seed: int) -> None:
    editor = office.editor(office.draft, seed)
    items = editor.items()
    editor.add(editor.random.choice(items)[0], "tracked")
    gone = editor.random.choice([one for one in items if one[1].startswith("p")])
    editor.take_out(gone[0], "tracked")
    for one, path in editor.some(6):
        if path != gone[1]:
            editor.replace(one, "tracked")
    offer = office.offered(editor.saved())
    assert all(one.sure for one in offer.changes)
    written = apply(offer, dict.fromkeys(every_sure(offer)))
    again = office.offered(editor.saved())
    assert () == again.changes
    assert len(offer.changes) == len(again.done)
    for change in offer.changes:
        if change.proposal.kind is ProposalKind.REMOVED:
            assert change.proposal.old not in at(written.edition.sop, place_of(change.proposal.path)[:-1])


def test_an_edition_in_force_stays_and_its_draft_takes_what_comes_back(office: Office) -> None:
    editor = office.editor(office.issued)
    editor.replace(paragraph(editor, "peringatan.isi[1]"), "tracked")
    issued, offer = office.issued.read_bytes(), office.offered(editor.saved())
    assert office.draft == offer.draft.path
    written = apply(offer, dict.fromkeys(every_sure(offer)))
    assert issued == office.issued.read_bytes()
    assert only(offer).proposal.new in written.edition.sop.peringatan.isi


def test_a_revision_is_begun_where_there_is_no_draft(office: Office) -> None:
    office.draft.unlink()
    editor = office.editor(office.issued)
    editor.replace(paragraph(editor, "peringatan.isi[1]"), "tracked")
    offer = office.offered(editor.saved())
    assert not list(office.folder.rglob("2027*"))
    written = apply(offer, dict.fromkeys(every_sure(offer)))
    assert office.issued.with_name("2027-draf.yaml") == written.path
    assert ("2027", "draf") == (written.edition.sop.edisi, written.edition.sop.status)
    assert only(offer).proposal.new in written.edition.sop.peringatan.isi


def test_what_moved_on_elsewhere_in_the_text_is_joined_and_asked_for(office: Office) -> None:
    editor = office.editor(office.draft)
    editor.put_in_place("kampanye politik", "kampanye partai")
    changed_in(office.draft, "Dilarang bersosialisasi tentang", "Dilarang keras bersosialisasi tentang")
    keep_as_issued(office)
    one = only(office.offered(editor.saved()))
    assert "Dilarang keras bersosialisasi tentang kampanye partai" == one.proposal.new
    assert (WhyUnsure.MERGED,) == one.proposal.doubts


def test_a_clash_is_shown_with_all_three_texts_and_never_accepted_by_all(office: Office) -> None:
    editor = office.editor(office.draft)
    editor.put_in_place("kampanye politik", "kampanye partai")
    changed_in(office.draft, "tentang kampanye politik", "tentang kampanye pemilu")
    keep_as_issued(office)
    offer = office.offered(editor.saved())
    clash = only(offer)
    assert clash.clash
    assert [] == every_sure(offer)
    shown = (clash.proposal.old, clash.now, clash.proposal.new)
    words = ("politik", "pemilu", "partai")
    assert tuple(f"Dilarang bersosialisasi tentang kampanye {word}" for word in words) == shown
    written = apply(offer, {clash.id: None})
    assert clash.proposal.new in written.edition.sop.peringatan.isi


def keep_as_issued(office: Office) -> None:
    """Put the folder into git as it was when the document went out, and as it is now."""
    now = office.draft.read_bytes()
    source = Path(__file__).parents[3] / "spec" / "sop" / "fkpm" / "2026-draf.yaml"
    office.draft.write_bytes(source.read_bytes())
    for words in (["init", "-q"], ["add", "."], [*WHO, "commit", "-qm", "terbit"]):
        subprocess.run(["git", *words], cwd=office.folder, check=True, capture_output=True)
    office.draft.write_bytes(now)


WHO = ["-c", "user.name=Contoh", "-c", "user.email=contoh@example.org"]


def test_without_the_issued_text_only_what_word_noted_is_sure(office: Office) -> None:
    editor = office.editor(office.draft)
    noted = editor.replace(paragraph(editor, "peringatan.isi[1]"), "tracked")
    editor.replace(paragraph(editor, "peralatan.isi[0]"), "plain")
    changed_in(office.draft, "Buku catatan", "Buku catatan harian")
    offer = office.offered(editor.saved())
    assert not offer.source.certain
    sure = [one for one in offer.changes if one.sure]
    assert [noted] == [one.proposal.new for one in sure]
    assert all(WhyUnsure.NO_ISSUED_TEXT in one.proposal.doubts for one in offer.changes if not one.sure)
    assert {"peralatan.isi[0]", "pencatatan.isi[0]"} <= {one.proposal.path for one in offer.changes}


def test_the_rest_can_be_accepted_later_though_the_file_is_another_one_by_then(office: Office) -> None:
    editor = office.editor(office.draft)
    for path in ("peralatan.isi[0]", "peringatan.isi[1]"):
        editor.replace(paragraph(editor, path), "plain")
    first, second = office.offered(editor.saved()).changes
    apply(office.offered(editor.saved()), {first.id: None})
    later = office.offered(editor.saved())
    assert ([second.id], True) == ([one.id for one in later.changes], later.source.certain)
    apply(later, {second.id: None})
    assert () == office.offered(editor.saved()).changes


def test_a_proposal_can_be_accepted_with_another_text(office: Office) -> None:
    editor = office.editor(office.draft)
    editor.replace(paragraph(editor, "peralatan.isi[0]"), "tracked")
    offer = office.offered(editor.saved())
    written = apply(offer, {only(offer).id: "Kendaraan roda empat"})
    assert "Kendaraan roda empat" == written.edition.sop.peralatan.isi[0]


def test_an_unknown_id_and_a_file_that_was_saved_meanwhile_are_refused(office: Office) -> None:
    editor = office.editor(office.draft)
    editor.replace(paragraph(editor, "peralatan.isi[0]"), "tracked")
    offer = office.offered(editor.saved())
    with pytest.raises(SopgenError, match="abcdef"):
        apply(offer, {"abcdef": None})
    changed_in(office.draft, "Buku catatan", "Buku catatan harian")
    with pytest.raises(SopgenError, match="2026-draf"):
        apply(offer, dict.fromkeys(every_sure(offer)))


def test_what_would_make_the_draft_faulty_is_not_written(office: Office) -> None:
    editor = office.editor(office.draft)
    editor.replace(paragraph(editor, "peralatan.isi[0]"), "tracked")
    offer, before = office.offered(editor.saved()), office.draft.read_bytes()
    with pytest.raises(SpecError):
        apply(offer, {only(offer).id: "x" * 5000})
    assert before == office.draft.read_bytes()


def test_what_was_built_is_kept_so_that_a_draft_may_move_on(office: Office) -> None:
    office.draft.write_text(office.draft.read_text("utf-8") + "\n# catatan\n", "utf-8")
    editor = office.editor(office.draft)
    keep_built(load_edition(office.draft), office.folder / "build")
    editor.put_in_place("kampanye politik", "kampanye partai")
    changed_in(office.draft, "Buku catatan", "Buku catatan harian")
    offer = office.offered(editor.saved())
    assert offer.source.certain
    assert ["peringatan.isi[1]"] == [one.proposal.path for one in offer.changes]


def test_a_row_that_went_is_taken_out_with_what_leads_to_it(tmp_path: Path) -> None:
    spec = tmp_path / "spec" / "sop" / "mediasi" / "contoh.yaml"
    spec.parent.mkdir(parents=True)
    spec.write_bytes((ROOT / "spec/sop/mediasi/contoh.yaml").read_bytes())
    (tmp_path / "spec" / "satuan.yaml").write_bytes((ROOT / "spec" / "satuan.yaml").read_bytes())
    edition = load_edition(spec)
    editor = Editor(without_pictures(edition, TEMPLATES), once(edition.sop), 1)
    row = next(paragraph(editor, "kegiatan[0].alur[3].uraian").iterancestors("{*}tr"))
    editor.mark_row(row, "del")
    (tmp_path / "kembali.docx").write_bytes(editor.saved())
    offer = proposals(WordRequest(tmp_path / "kembali.docx", tmp_path))
    gone = only(offer, ProposalKind.REMOVED)
    assert [] == every_sure(offer)
    steps = [one.id for one in edition.sop.kegiatan[0].alur]
    written = apply(offer, {gone.id: None})
    assert [one for one in steps if one != steps[3]] == [one.id for one in written.edition.sop.kegiatan[0].alur]


def test_an_overlay_takes_what_comes_back_and_its_base_stays(tmp_path: Path) -> None:
    base = begin(tmp_path, "polsek-a") / BASE
    spec, before = tmp_path / overlay("polsek-a"), base.read_bytes()
    edition = load_edition(spec)
    editor = Editor(without_pictures(edition, tmp_path / "templates"), once(edition.sop), 1)
    new = editor.replace(paragraph(editor, "peringatan.isi[0]"), "tracked")
    (tmp_path / "kembali.docx").write_bytes(editor.saved())
    offer = proposals(WordRequest(tmp_path / "kembali.docx", tmp_path / "satuan" / "polsek-a"))
    written = apply(offer, dict.fromkeys(every_sure(offer)))
    assert (new,) == written.edition.sop.peringatan.isi
    assert spec.read_text("utf-8").startswith(SAID)
    assert before == base.read_bytes()


def test_from_the_office_above_a_document_finds_the_unit_that_issued_it(tmp_path: Path) -> None:
    begin(tmp_path, "polsek-a", "polsek-b")
    spec, other = tmp_path / overlay("polsek-a"), tmp_path / overlay("polsek-b")
    edition = load_edition(spec)
    editor = Editor(without_pictures(edition, tmp_path / "templates"), once(edition.sop), 1)
    editor.replace(paragraph(editor, "peringatan.isi[0]"), "tracked")
    asked = WordRequest(tmp_path / "kembali.docx", tmp_path)
    asked.file.write_bytes(editor.saved())
    with pytest.raises(SopgenError, match=r"may be issued from any of these: .*polsek-a.*polsek-b.*--spec"):
        proposals(asked)
    changed_in(other, "Kamera saku", "Senter")
    assert proposals(asked).draft.path == spec
    keep_built(edition, tmp_path / "build" / "polsek-a")
    changed_in(spec, "Kamera saku", "Peluit")  # moved on since; what was built for the unit is kept
    offer = proposals(asked)
    assert (spec, True) == (offer.draft.path, offer.source.certain)


def test_a_document_of_another_edition_is_refused_in_one_line(office: Office) -> None:
    docx = office.editor(office.draft).saved()
    with pytest.raises(SopgenError, match="2026") as told:
        office.offered(docx, spec=office.issued)
    assert 1 == len(str(told.value).splitlines())
    office.draft.unlink()
    with pytest.raises(SopgenError, match=r"edisi 2026|edition 2026"):
        office.offered(docx)


def test_an_edition_in_force_is_refused_as_a_draft(office: Office) -> None:
    docx, before = office.editor(office.draft).saved(), office.issued.read_bytes()
    with pytest.raises(SpecError):
        office.offered(docx, into=office.issued)
    assert before == office.issued.read_bytes()


def test_another_draft_takes_it_where_it_is_named(office: Office) -> None:
    editor = office.editor(office.issued)
    editor.replace(paragraph(editor, "peringatan.isi[1]"), "tracked")
    other = office.draft.with_name("lain.yaml")
    other.write_text(office.draft.read_text("utf-8").replace('edisi: "2026"', 'edisi: "2028"', 1), "utf-8")
    with pytest.raises(SopgenError, match="--into"):
        office.offered(editor.saved())
    offer = office.offered(editor.saved(), into=other)
    apply(offer, dict.fromkeys(every_sure(offer)))
    assert only(offer).proposal.new in load_edition(other).sop.peringatan.isi
