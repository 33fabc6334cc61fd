"""Signatures with a time stamp (PAdES B-T), by a server on this machine."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pyhanko.sign.timestamps import TimestampRequestError
from tests.examples import some
from tests.jobs.office import Office, enrol, sign, signed, verify
from tests.jobs.people import Holder, person, time_stamper
from tests.jobs.servers import serving, time_stamp_server

from sopgen.errors import SopgenError
from sopgen.jobs.signing.proof.pades import proofs
from sopgen.jobs.signing.ways.own_key import clear_errors
from sopgen.read.load import load_approvals


@pytest.fixture(scope="session")
def stamper(root: Holder) -> Holder:
    return time_stamper("Stempel Waktu Contoh", root)


def test_a_time_stamp_tells_when_a_pdf_was_signed(office: Office, keys: dict[str, Path], stamper: Holder) -> None:
    at = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=2)
    with time_stamp_server(stamper, at) as url:
        signed(office.build / "sop.pdf", "--p12", keys["pengesah"], "--tsa", url)
    (proof,) = proofs((office.archive / "sop.pdf").read_bytes())
    assert (True, at, ()) == (proof.stamped, proof.at, proof.faults)
    (record,) = load_approvals(office.record).tanda_tangan
    local = at.astimezone(timezone(timedelta(hours=8)))
    assert (str(local.date()), local.strftime("%H:%M:%S")) == (str(record.tanggal), str(record.jam)[:8])
    checked = verify(office.archive / "sop.pdf", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output
    assert "by a time stamp" in checked.output


def test_a_time_stamp_stands_beside_a_word_file(office: Office, keys: dict[str, Path], stamper: Holder) -> None:
    with time_stamp_server(stamper) as url:
        signed(office.build / "sop.docx", "--p12", keys["pengesah"], "--tsa", url)
    checked = verify(office.archive / "sop.docx", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output
    assert "by a time stamp" in checked.output


def test_a_changed_time_stamp_is_refused(office: Office, keys: dict[str, Path], stamper: Holder) -> None:
    with time_stamp_server(stamper) as url:
        signed(office.build / "sop.docx", "--p12", keys["pengesah"], "--tsa", url)
    office.forget_signatures()
    beside = office.archive / "sop.docx.p7s"
    whole = beside.read_bytes()
    for position in some(range(len(whole) // 3, len(whole), 37)):
        beside.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert 4 == verify(office.archive / "sop.docx").exit_code, position


def test_a_certificate_that_expired_since_holds_by_its_time_stamp(
    office: Office,
    root: Holder,
    keys: dict[str, Path],
    stamper: Holder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The day on which it was signed counts; without a time stamp nobody can tell that day."""
    from sopgen.jobs.signing import keys as reading

    monkeypatch.setattr(reading, "fit", lambda cert: cert)
    holder = person("Personel Contoh 1", root, days=(-400, -35))
    enrol(office, holder)
    old = holder.p12(tmp_path / "lama.p12", root)
    then = datetime.now(UTC) - timedelta(days=40)
    signed(office.build / "sop.docx", "--p12", old)
    with time_stamp_server(stamper, then) as url:
        signed(office.build / "sop.pdf", "--p12", old, "--tsa", url)
    assert 4 == verify(office.archive / "sop.docx", "--trust", keys["root"]).exit_code
    stamped = verify(office.archive / "sop.pdf", "--trust", keys["root"])
    assert 0 == stamped.exit_code, stamped.output


def test_a_time_stamp_server_that_fails_is_told_and_nothing_is_kept(office: Office, keys: dict[str, Path]) -> None:
    with serving(lambda *_: (500, {}, b"rusak")) as url:
        made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"], "--tsa", url)
    assert 1 == made.exit_code
    assert "the time-stamp server gave no time stamp" in made.output
    gone = sign(office.build / "sop.docx", "--p12", keys["pengesah"], "--tsa", url)
    assert "the time-stamp server gave no time stamp" in gone.output
    assert not office.archive.exists()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Error in communication with timestamp server", "tidak dapat dihubungi"),
        ("Timestamp server response is malformed.", "jawabannya bukan stempel waktu untuk permintaan ini"),
        ("Time stamping authority sent back bad nonce value. Expected 00, but got 01.", "jawabannya bukan stempel"),
        (
            'Timestamp server refused our request: statusString "kuota habis", failInfo "bad_request"',
            'permintaan ditolak: "kuota habis; bad_request"',
        ),
        ("a new one", 'kata program yang memintanya: "a new one"'),
    ],
)
def test_why_there_is_no_time_stamp_is_told_in_the_reader_s_words(
    told: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    with pytest.raises(SopgenError) as caught, clear_errors("sop.pdf"):
        raise TimestampRequestError(told)
    assert words in str(caught.value)
    assert 1 == str(caught.value).count("perbaikan: ")
