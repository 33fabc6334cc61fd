"""Who sits at the desk reads of screens and fields: of no command, option, file or key."""

import re
from pathlib import Path
from typing import Final

import pytest
from babel.messages import pofile

from sopgen import messages
from sopgen.cli.main import COMMANDS
from sopgen.desk.calls import shown, told_apart
from sopgen.desk.phrases.days import days_in_words
from sopgen.desk.wording import at_the_desk, place_at_the_desk
from sopgen.errors import Problem
from sopgen.messages import spoken

CATALOGUE: Final = Path(messages.__file__).parent / "locale" / "id" / "LC_MESSAGES" / "sopgen.po"
OF_THE_TERMINAL: Final = re.compile(
    rf"\bsopgen (?:{'|'.join(COMMANDS)})\b"
    r"|(?<!\w)--[a-z]|\.(?:yaml|yml|toml|json|md|py)\b|[a-z]_[a-z]|`|\bsop\.(?:pdf|docx)"
)


def every_message(lang: str) -> dict[str, str]:
    """Return the messages as they are said, a name in the place of each value."""
    with CATALOGUE.open("rb") as file:
        found = {
            str(one.id): str(one.string) if lang == "id" else str(one.id) for one in pofile.read_po(file) if one.id
        }
    filled = {source: re.sub(r"(?<!{){\w+}(?!})", "Tenda", text) for source, text in found.items()}
    return {source: text.replace("{{", "{").replace("}}", "}") for source, text in filled.items()}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_message_names_what_only_a_terminal_knows(lang: str) -> None:
    with spoken(lang):
        told = {source: at_the_desk(text) for source, text in every_message(lang).items()}
    assert [] == [text for text in told.values() if OF_THE_TERMINAL.search(text)]


def test_a_message_without_such_words_stays_as_it_is() -> None:
    with spoken("id"):
        for text in every_message("id").values():
            if (
                not OF_THE_TERMINAL.search(text)
                and "spec" not in text
                and "petugas" not in text
                and not re.search(r"\bnull\b|tanda kutip", text)
                and "layar" not in text
            ):
                assert days_in_words(text) == at_the_desk(text)


@pytest.mark.parametrize(
    ("said", "lang", "at_desk"),
    [
        ('"" bukan NRP', "id", '"" bukan NRP'),
        ("isi teksnya, atau tulis null bila kunci itu membolehkan", "id", "isi dahulu"),
        ("perbaikan: `sopgen build`", "id", "perbaikan: buka layar Pengesahan"),
        ("laksanakan, lalu catat dengan `sopgen record`", "id", "laksanakan, lalu catat di layar Jadwal"),
        ("hapus --number dan --register", "id", 'hapus "Nomor sendiri" dan "Nomor buku agenda"'),
        ("tulis `surat_perintah.dasar` di satuan.yaml", "id", 'tulis "Surat perintah → dasar" di layar Satuan'),
        ("beri langkah terakhir `simbol: selesai`", "id", 'beri langkah terakhir "Simbol: selesai"'),
        ("sudah ada: spec/sop/fkpm/2027-draf.yaml", "id", "sudah ada: SOP fkpm edisi 2027"),
        ("`sopgen register upgrade`", "id", "buka layar Buku agenda, Perawatan buku"),
        ("`sopgen schema`", "id", "minta bantuan petugas yang mengurus sopgen"),
        ("daftarkan: sopgen build a && sopgen sign a.pdf --by b", "id", "daftarkan: layar Pengesahan"),
        ("sopgen approve spec/sop/a/1.yaml --to ditinjau ...", "id", "buka layar Pengesahan"),
        ("look at `sopgen status`", "en", "look at the Start page"),
        ("then write it down with `sopgen record`", "en", "then write it down on the screen Schedule"),
    ],
)  # fmt: skip
def test_commands_options_files_and_keys_have_words_of_the_desk(said: str, lang: str, at_desk: str) -> None:
    with spoken(lang):
        assert at_desk == at_the_desk(said)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("kegiatan[1].alur[2].uraian", "Kegiatan 2, langkah 3, uraian"),
        ("pelaksana[0].label", "Pelaksana 1, nama"),
        ("identitas.nomor_sop.nilai", "Identitas, nomor SOP"),
        ("dasar_hukum.isi[3]", "Dasar hukum, butir 4"),
        ("pejabat[1].nrp", "Pejabat 2, NRP"),
        ("surat_perintah.kka", "Surat perintah, kode klasifikasi arsip"),
        ("", ""),
    ],
)
def test_a_place_of_the_spec_has_the_name_of_its_field(path: str, place: str) -> None:
    assert place == place_at_the_desk(path)


def test_a_fault_is_shown_with_the_name_of_its_field() -> None:
    told = shown(Problem("spec/satuan.yaml", 3, 1, "SK01", "salah", "lihat satuan.yaml", "surat_perintah.kka"))
    assert "Surat perintah, kode klasifikasi arsip" == told["place"]
    assert "spec" not in f"{told['what']} {told['fix']}"


def test_days_are_written_as_the_office_writes_them() -> None:
    with spoken("id"):
        assert "tanggal 1 Februari 2026, surat-2026-02-01-0001.pdf" == days_in_words(
            "tanggal 2026-02-01, surat-2026-02-01-0001.pdf"
        )
        assert "2026-02-31" == days_in_words("2026-02-31")
    with spoken("en"):
        assert "2026-02-01" == days_in_words("2026-02-01")


@pytest.mark.parametrize(
    ("said", "what", "fix"),
    [
        ("nomor sudah ada. perbaikan: nomor lain; surat tetap", "nomor sudah ada", "nomor lain; surat tetap"),
        ("the number is taken. fix: another one", "the number is taken", "another one"),
        ("tidak ada yang lain.", "tidak ada yang lain", ""),
    ],
)
def test_what_helps_is_told_apart_from_what_is_wrong(said: str, what: str, fix: str) -> None:
    assert (what, fix) == told_apart(said)
