"""What is added to a record is read back as it was given, and all that stood there stays."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import many
from tests.jobs.folder import ROOT

from sopgen.errors import SopgenError, SpecError
from sopgen.jobs.life.append import append
from sopgen.model.life.record import Monitoring, Officer, Outcome, RecordFile, Review
from sopgen.read.load import load_sop, validated
from sopgen.read.source import parse

SMALL = load_sop(ROOT / "tests" / "contoh" / "sop.yaml")
OFFICER = Officer(nama="Personel Contoh 1", pangkat="AKP", nrp="00000001", jabatan="KASAT CONTOH")


def seen(note: str | None = None, name: str = "Personel Contoh 1") -> Monitoring:
    return Monitoring(
        jenis=Review.MONITORING,
        tanggal=date(2026, 9, 1),
        oleh=OFFICER.model_copy(update={"nama": name}),
        hasil=Outcome.GOOD,
        catatan=note,
    )


def record(path: Path) -> RecordFile:
    return validated(parse(path), RecordFile)


# Each word is written to the disk: a loaded one takes its time.
@settings(deadline=None, max_examples=many(50))
@given(st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=1, max_size=3))
def test_any_words_come_back_as_they_were_or_are_refused_and_nothing_is_written(notes: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, kept = Path(folder) / "contoh-2026.yaml", list[Monitoring]()
        for note in notes:
            try:
                append(path, "pemantauan", seen(note, name=note), sop=SMALL)
                kept.append(seen(note, name=note))
            except SopgenError:
                pass
            assert kept == (list(record(path).pemantauan) if path.exists() else [])


LAID_OUT = """\
# Catatan Urmintu, jangan dihapus
sop:   contoh   # id
edisi: "2026"
pemantauan:
- jenis: monitoring
  tanggal: 2026-05-01
  oleh: {nama: "Personel Contoh 2", pangkat: AKP, nrp: "00000002", jabatan: 'KASAT'}   # serah terima
  hasil: berjalan_baik
  catatan: >
    Dua baris
    menjadi satu.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_record_that_was_laid_out_by_hand_keeps_its_comments_and_data(end: str, tmp_path: Path) -> None:
    path = tmp_path / "contoh-2026.yaml"
    path.write_bytes(LAID_OUT.replace("\n", end).encode())
    before = record(path).pemantauan
    append(path, "pemantauan", seen(), sop=SMALL)
    assert (*before, seen()) == record(path).pemantauan
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(end.encode())
    for comment in ("# Catatan Urmintu, jangan dihapus", "# id", "# serah terima"):
        assert comment in path.read_text("utf-8")


def test_a_record_that_can_not_be_edited_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "contoh-2026.yaml"
    path.write_text("sop: [contoh\n", encoding="utf-8")
    with pytest.raises(SpecError):
        append(path, "pemantauan", seen(), sop=SMALL)
    assert "sop: [contoh\n" == path.read_text("utf-8")
