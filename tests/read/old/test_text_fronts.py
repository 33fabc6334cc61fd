"""The front page of pasted text: tables side by side, labels without colons, marks of HTML and Markdown."""

import pytest

from sopgen.errors import SopgenError
from sopgen.read.old.found import OldSop
from sopgen.read.old.text.reader import read_text


def read(text: str) -> OldSop:
    return read_text(text.encode())


def items(old: OldSop, key: str) -> list[str]:
    return [one.text for one in old.lists[key]]


def test_two_lists_side_by_side_are_told_apart() -> None:
    old = read(
        "Nomor SOP : 1/2020\n"
        "DASAR HUKUM:\tKUALIFIKASI PELAKSANA:\n"
        "1. UU Nomor 2\n2. PP Nomor 3\t1. Mampu membaca\n2. Mampu menulis\n"
        "KETERKAITAN\tPERALATAN/PERLENGKAPAN\n"
        "SOP Surat Masuk\tKomputer\nPrinter\n"
    )
    assert items(old, "dasar_hukum") == ["UU Nomor 2", "PP Nomor 3"]
    assert items(old, "kualifikasi_pelaksana") == ["Mampu membaca", "Mampu menulis"]
    assert items(old, "keterkaitan") == ["SOP Surat Masuk"]
    assert items(old, "peralatan") == ["Komputer", "Printer"]


def test_labels_beside_the_letterhead_and_without_a_colon_are_read() -> None:
    old = read(
        "PEMERINTAH KOTA CONTOH\tNomor SOP\t12/2020\n"
        "DINAS CONTOH\tTanggal Revisi\t-\n"
        "\tDisahkan oleh\tKepala Dinas\n"
        "\t\tContoh Satu, S.H.\n\t\tNIP. 19700101 199003 1 001\n"
        "\tNama SOP\tPelayanan\nSurat Masuk\n"
        "PERINGATAN\n- Jangan\n"
    )
    told = {path.removeprefix("identitas."): one.text for path, one in old.texts.items()}
    assert told["nomor_sop.nilai"] == "12/2020"
    assert told["tanggal_revisi.nilai"] == "-"
    assert told["disahkan_oleh.nilai"] == "Kepala Dinas"
    assert told["nama_sop.nilai"] == "Pelayanan Surat Masuk"
    assert (told["pengesah.nama"], told["pengesah.nrp"]) == ("Contoh Satu, S.H.", "19700101 199003 1 001")
    assert told["satuan_kerja"] == "DINAS CONTOH"
    assert items(old, "kop") == ["PEMERINTAH KOTA CONTOH"]


def test_marks_of_html_and_markdown_leave_the_words() -> None:
    old = read(
        "<p>Nomor&nbsp;SOP : <b>1/2020</b></p>\n"
        "## DASAR HUKUM\n* **UU** Nomor 2 &amp; 3\n* Waktu &lt; 5 menit\n"
        "<h2>PERINGATAN</h2><ul><li>Jangan</li><li>Dilarang</li></ul>\n"
    )
    assert old.texts["identitas.nomor_sop.nilai"].text == "1/2020"
    assert items(old, "dasar_hukum") == ["UU Nomor 2 & 3", "Waktu < 5 menit"]
    assert items(old, "peringatan") == ["Jangan", "Dilarang"]


def test_an_item_that_goes_on_in_the_next_line_stays_whole_and_a_stray_line_is_doubted() -> None:
    old = read(
        "PERINGATAN:\n- Pada saat pelaksanaan sosialisasi anggota tidak boleh menjurus ke\nunsur tertentu\n"
        "- Jangan\nRusak\n"
    )
    found = old.lists["peringatan"]
    assert found[0].text.endswith("menjurus ke unsur tertentu")
    assert [(one.text, bool(one.doubt)) for one in found[1:]] == [("Jangan", False), ("Rusak", True)]


def test_a_flow_in_mermaid_gives_steps_roles_and_exits() -> None:
    old = read(
        "No\tKegiatan\tStaf\tKasi\tKelengkapan\tWaktu\tOutput\n"
        "1\tA. SURAT\nMaksud\n- Tertib\t"
        "graph TD; A([Mulai]) --> B[Staf: Terima (asli)]; B --> C{Kasi: Lengkap?}; "
        "C -->|Ya| D((Selesai)); C -- Tidak --> B"
        "\t\tSurat\t1 jam\tArsip\n"
    )
    (activity,) = old.activities
    assert [(step.text.text, step.symbol.value, step.roles) for step in activity.steps] == [
        ("Mulai", "mulai", ()),
        ("Terima (asli)", "proses", (0,)),
        ("Lengkap?", "keputusan", (1,)),
        ("Selesai", "selesai", ()),
    ]
    assert [(one.to, one.label) for one in activity.steps[2].exits] == [(3, "Ya"), (1, "Tidak")]
    assert [bool(step.doubt) for step in activity.steps] == [True, False, False, True]


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"Hanya sebuah surat biasa."])
def test_what_is_no_text_of_an_sop_is_refused(content: bytes) -> None:
    with pytest.raises(SopgenError):
        read_text(content)
