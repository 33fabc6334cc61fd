"""Upkeep of the agenda book at the desk: what the commands of the register and of keys do, by clicks."""

import sqlite3
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.desk.test_giving import asked, files

from sopgen.desk.calls import Nothing, faults
from sopgen.desk.letters import office_keys, upkeep
from sopgen.desk.letters.book import Beginning, LastOnes, Voiding, Year, began, book, voided
from sopgen.desk.letters.giving import given
from sopgen.desk.letters.office_keys import KeyName, KeyOfOther
from sopgen.desk.letters.upkeep import Forgetting, FormerName, RecoveryAsked, Reservation
from sopgen.errors import SopgenError
from sopgen.seal.keys import fingerprint, public_pem

DATABASE = Path("register", "surat-perintah.sqlite")


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An office whose book has numbers from 19 on, with a letter."""
    monkeypatch.chdir(office)
    monkeypatch.setenv("SOPGEN_KEY", str(tmp_path / "kunci" / "kunci.pem"))
    monkeypatch.setenv("SOPGEN_LANG", "id")
    began(Beginning(nomor=19, tahun=2026))
    given(asked(yakin=True))
    return office


def told(refused: SopgenError) -> str:
    return " ".join(f"{one['what']} {one['fix']}" for one in faults(refused))


def test_the_book_is_compared_with_the_letters(here: Path) -> None:
    assert {"beda": []} == upkeep.compared(Nothing())
    (here / "surat" / sorted(files(here))[0]).write_bytes(b"lain")
    found: Any = upkeep.compared(Nothing())["beda"]
    assert 1 == len(found)
    assert "sopgen" not in found[0]


def test_numbers_are_reserved_and_told_where_they_have_no_letter(here: Path) -> None:
    made: Any = upkeep.kept_back(Reservation(edisi="fkpm/2019", jumlah=2, untuk=" piket  malam ", tahun=2026))
    assert 2 == len(made["nomor"])
    voided(Voiding(tahun=2026, nomor=20, alasan="rusak"))
    assert [] == upkeep.without_letter(Year(tahun=2026))["nomor"]  # their lines say why they have none
    with closing(sqlite3.connect(DATABASE)) as found, found:
        found.execute("DELETE FROM nomor WHERE urut = 20")
    gaps: Any = upkeep.without_letter(Year(tahun=2026))["nomor"]
    assert [(20, "")] == [(one["urut"], one["keadaan"]) for one in gaps]
    for wrong in ({"jumlah": 0, "untuk": "x"}, {"jumlah": 1, "untuk": " "}):
        with pytest.raises(SopgenError):
            upkeep.kept_back(Reservation(edisi="fkpm/2019", tahun=2026, **wrong))  # type: ignore[arg-type]
    assert here.is_dir()


def test_a_broken_book_is_rebuilt_from_its_letters(here: Path) -> None:
    before: Any = book(LastOnes(tahun=2026))["surat"]
    (here / DATABASE).write_bytes(b"rusak")
    with pytest.raises(SopgenError) as refused:
        book(LastOnes(tahun=2026))
    assert "sopgen" not in told(refused.value)
    assert {"surat": 1, "ragu": []} == upkeep.recoverable(Nothing())
    made: Any = upkeep.rebuilt(RecoveryAsked(tahun=2026, nomor=30))
    assert (1, [{"tahun": 2026, "nomor": 31}]) == (made["surat"], made["berikut"])
    assert made["rusak"]
    after: Any = book(LastOnes(tahun=2026))["surat"]
    assert [one["nomor"] for one in before] == [one["nomor"] for one in after]


def test_letters_that_are_not_sure_are_entered_only_when_that_is_meant(here: Path) -> None:
    (here / DATABASE).unlink()
    (here / "surat" / sorted(files(here))[0]).write_bytes(b"tanpa kode")
    found: Any = upkeep.recoverable(Nothing())
    assert 1 == len(found["ragu"])
    with pytest.raises(SopgenError):
        upkeep.rebuilt(RecoveryAsked())
    assert 1 == upkeep.rebuilt(RecoveryAsked(yakin=True))["surat"]


def test_people_of_letters_are_forgotten_after_the_term_alone(here: Path) -> None:
    assert None is upkeep.term(Nothing())["bulan"]
    unit = here / "spec" / "satuan.yaml"
    text = unit.read_text("utf-8")
    assert "simpan_personel: null" in text or "simpan_personel" not in text
    key = "surat_perintah:\n"
    unit.write_text(text.replace(key, f"{key}  simpan_personel: 12\n", 1), "utf-8")
    assert 12 == upkeep.term(Nothing())["bulan"]
    with pytest.raises(SopgenError) as refused:
        upkeep.forgotten(Forgetting(sebelum="27-11-2026"))
    assert "--" not in told(refused.value)
    assert {"surat": 0} == upkeep.forgotten(Forgetting(sebelum=str(upkeep.term(Nothing())["sampai"])))


def test_the_book_goes_on_under_the_office_s_new_name(here: Path) -> None:
    unit = here / "spec" / "satuan.yaml"
    name = str(book(LastOnes())["kantor"])
    unit.write_text(unit.read_text("utf-8").replace(f"nama: {name}", "nama: SATBINMAS POLRES BARU", 1), "utf-8")
    with pytest.raises(SopgenError) as refused:
        book(LastOnes())
    assert "sopgen" not in told(refused.value)
    known: Any = upkeep.former_names(Nothing())
    (former,) = known["dikenal"]
    assert former.endswith(name)
    assert known["kantor"] == upkeep.renamed(FormerName(dahulu=former))["kantor"]
    assert known["kantor"].endswith("SATBINMAS POLRES BARU")
    assert book(LastOnes())["surat"]


def test_another_office_s_key_comes_in_by_the_fingerprint_that_was_read_out(here: Path) -> None:
    own: Any = office_keys.keys(Nothing())
    assert own["sendiri"]
    assert own["sendiri"] not in office_keys.own_file(Nothing()).content.decode()
    key = Ed25519PrivateKey.generate().public_key()
    given_file = {"nama": "Polres Contoh", "isi": b64encode(public_pem(key)).decode()}
    with pytest.raises(SopgenError) as refused:
        office_keys.let_in(KeyOfOther(**given_file, sidik="1 2 3"))
    assert fingerprint(key) not in told(refused.value)
    kept: Any = office_keys.let_in(KeyOfOther(**given_file, sidik=fingerprint(key)))["lain"]
    assert [("Polres-Contoh", fingerprint(key))] == [(one["nama"], one["sidik"]) for one in kept]
    assert [] == office_keys.shut_out(KeyName(nama="Polres-Contoh"))["lain"]
    assert here.is_dir()


def test_every_dialog_of_the_upkeep_opens_and_can_be_read_aloud(page: Page, office: Path) -> None:
    page.get_by_role("link", name="Buku agenda").click()
    page.get_by_role("button", name="Mulai buku agenda…").click()
    page.get_by_label("Nomor berikutnya").fill("19")
    page.get_by_role("button", name="Mulai", exact=True).click()
    page.get_by_text("Perawatan buku").click()
    buttons = page.locator(".upkeep button")
    expect(buttons).to_have_count(8)
    for n in range(8):
        buttons.nth(n).click()
        expect(page.locator("dialog h2")).to_be_visible()
        if n in (0, 2, 7):
            assert [] == serious(page)
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)
    buttons.nth(2).click()
    page.get_by_label("Berapa").fill("3")
    page.get_by_label("Dicadangkan untuk").fill("piket malam")
    page.get_by_role("button", name="Cadangkan", exact=True).click()
    expect(page.locator("dialog h2")).to_have_text("Dicadangkan: 3 nomor")
    page.get_by_role("button", name="Tutup").click()
    expect(page.locator("table.book tbody tr")).to_have_count(3)
    assert (office / DATABASE).is_file()
