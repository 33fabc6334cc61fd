"""The command that takes edited Word documents back: what it lists, writes and refuses."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from tests.cli.test_order import order, roster, standing_in
from tests.documents import W
from tests.jobs.accept_word.office import DRAFT, NAME, Office

from sopgen.cli.main import main

PLACE, NEW = "peralatan.isi[0]", "Kendaraan dinas"


def accept(*words: str) -> Result:
    return CliRunner().invoke(main, ["accept-word", *words], catch_exceptions=False)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    monkeypatch.chdir(tmp_path)
    made = Office(tmp_path)
    editor = made.editor(made.draft)
    for path in (PLACE, "peringatan.isi[1]"):
        editor.replace(next(one for one, place in editor.places if place == path), "tracked")
    editor.remark(next(one for one, place in editor.places if place == "dasar_hukum.isi[0]"), "Mohon dicek")
    made.comes_back(editor.saved())
    return made


def ids() -> dict[str, str]:
    told = json.loads(accept(NAME, "--format", "json").stdout)
    assert DRAFT.as_posix() == told["draft"]
    return {one["path"]: one["id"] for one in told["proposals"]}


def test_without_a_choice_the_proposals_are_listed_and_nothing_is_written(office: Office) -> None:
    before = office.draft.read_bytes()
    for words in ((), ("--list",), ("--list", "--accept", "all")):
        told = accept(NAME, *words)
        assert 0 == told.exit_code
        assert "2 pasti, 0 tidak pasti, 1 komentar" in told.output
        assert "AKP Contoh 2026-11-27" in told.output
        assert "# AKP Contoh: Mohon dicek" in told.output
        assert "belum ada yang ditulis. berikutnya: perintah yang sama dengan --accept all" in told.output
    assert before == office.draft.read_bytes()


def test_where_all_is_nothing_it_is_said_with_what_is_next(office: Office) -> None:
    text = office.draft.read_text("utf-8")
    editor = office.editor(office.draft)
    editor.replace(next(one for one, place in editor.places if place == PLACE), "tracked")
    office.comes_back(editor.saved())
    old = json.loads(accept(NAME, "--format", "json").stdout)["proposals"][0]
    office.draft.write_text(text.replace(old["old"], "Sama sekali lain", 1), "utf-8")
    (known,) = ids().values()
    told = accept(NAME, "--accept", "all").output
    assert f"tidak satu pun pasti. berikutnya: periksa masing-masing, lalu --accept {known}" in told, told
    office.draft.write_text(text, "utf-8")
    office.comes_back(office.editor(office.draft).saved())
    assert "tidak ada usulan yang dapat diterima" in accept(NAME, "--accept", "all").output


def test_one_is_accepted_by_its_id_with_another_text_or_all_but_one(office: Office) -> None:
    known, before = ids(), office.draft.read_text("utf-8")
    done = accept(NAME, "--change", f"{known[PLACE]}={NEW}")
    assert (0, True) == (done.exit_code, f"- {NEW}\n" in office.draft.read_text("utf-8")), done.output
    assert "kampanye politik" in office.draft.read_text("utf-8")
    office.draft.write_text(before, "utf-8")
    assert 0 == accept(NAME, "--reject", known[PLACE]).exit_code
    after = office.draft.read_text("utf-8")
    assert ("- R4 / R2\n" in after, "Dilarang bersosialisasi tentang kampanye politik\n" in after) == (True, False)


@pytest.mark.usefixtures("office")
def test_all_takes_what_is_sure_and_a_second_time_there_is_nothing_left() -> None:
    assert 0 == accept(NAME, "--accept", "all").exit_code
    again = accept(NAME)
    assert "0 pasti, 0 tidak pasti, 1 komentar" in again.output
    assert "2 sudah ada dalam draf" in again.output


def test_an_unknown_id_is_refused_in_one_line(office: Office) -> None:
    before = office.draft.read_bytes()
    told = accept(NAME, "--accept", "abcdef")
    assert (1, 1) == (told.exit_code, len(told.output.splitlines()))
    assert 1 == accept(NAME, "--reject", "abcdef").exit_code
    assert 2 == accept(NAME, "--change", "abcdef").exit_code
    assert before == office.draft.read_bytes()


def test_an_edited_letter_is_told_from_the_issued_one_and_never_taken_back(tmp_path: Path) -> None:
    with standing_in(tmp_path) as spec:
        assert 0 == order(spec, roster(tmp_path, 2), "--number", "12", "--place", "Pos A").exit_code
        issued = next(Path("surat").glob("*.docx"))
        before = issued.read_bytes()
        Path("dari-kapolres.docx").write_bytes(with_words(before, "Pos A", "Pos B"))
        told = accept("dari-kapolres.docx", "--format", "json")
        assert 0 == told.exit_code, told.output
        changes = json.loads(told.stdout)["changes"]
        assert ["UNTUK"] == [one["field"].upper() for one in changes]
        assert ("Pos A" in changes[0]["old"], "Pos B" in changes[0]["new"]) == (True, True)
        refused = accept("dari-kapolres.docx", "--accept", "all")
        assert (1, 1) == (refused.exit_code, len(refused.output.splitlines())), refused.output
        assert before == issued.read_bytes()
        assert [] == json.loads(accept(str(issued), "--format", "json").stdout)["changes"]
        issued.unlink()
        assert 1 == accept("dari-kapolres.docx").exit_code


def with_words(docx: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for text in root.iter(f"{W}t"):
                    text.text = (text.text or "").replace(old, new)
                content = etree.tostring(root)
            made.writestr(name, content)
    return out.getvalue()
