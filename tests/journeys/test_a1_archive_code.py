"""A1: setting what letters need leaves the SOP in force, and changing what the SOP prints does not."""

from pathlib import Path

from tests.journeys.desk import SPEC, done, edit, letter, own_sop, put_in_force, refused, roster


def test_an_admin_sets_the_archive_code_and_the_sop_stays_in_force() -> None:
    own_sop()
    put_in_force()
    done("register", "begin", "--start", "18", "--year", "2026")
    asked = ("order", SPEC, "--activity", "A", "--roster", roster(1), "--date", "2026-11-27", "--register")
    edit("spec/satuan.yaml", "zona_waktu: WITA", "zona_waktu: WITA\nsurat_perintah: {kka: BIN.1, baris_personel: 5}")
    form = Path("templates/monitoring/rupa.yaml")
    form.write_text(form.read_text("utf-8") + "# disesuaikan\n", encoding="utf-8")
    edit(SPEC, "judul: SOP Contoh", "alasan_perubahan: [{di: judul, alasan: Ejaan}]\njudul: SOP Contoh")
    assert "contoh-2026              berlaku" in done("status", SPEC, "--check")
    done(*asked, "--formats", "docx")
    assert letter(18).is_file()
    done("build", SPEC, "--release")
    edit(SPEC, "Menyusun laporan", "Menyusun laporan lengkap")
    assert "contoh-2026              draf" in refused("status", SPEC, "--check")
