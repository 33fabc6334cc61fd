"""Signing through BSrE's e-sign service, and a service that answers wrongly."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.documents import pdf_fonts
from tests.jobs.office import Office, sign, signed, verify
from tests.jobs.people import Holder
from tests.jobs.servers import Service, serving

from sopgen.jobs.signing.way import Document
from sopgen.jobs.signing.ways.bsre import Account, Bsre
from sopgen.jobs.signing.ways.bsre_page import foot_in, footed
from sopgen.jobs.signing.ways.place import SignaturePlace
from sopgen.model.life.record import Officer
from sopgen.read.load import load_approvals
from sopgen.render.signature import BSRE_FOOT, SIGNED_BY, SignatureBlock

SECRETS = ("sandi-akun", "frasa-pejabat", "7500000000000001")


@pytest.fixture
def service(approver: Holder) -> Service:
    """A service that signs by a key of its own: what the official's passphrase opens there."""
    return Service(approver)


@pytest.fixture
def url(service: Service, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name, value in {
        "SOPGEN_BSRE_USER": service.user,
        "SOPGEN_BSRE_PASSWORD": service.password,
        "SOPGEN_NIK": service.nik,
        "SOPGEN_PASSPHRASE": service.passphrase,
    }.items():
        monkeypatch.setenv(name, value)
    with serving(service.answer) as address:
        yield address


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_the_final_pdf_goes_there_and_comes_back_signed(office: Office, url: str, service: Service) -> None:
    final = (office.build / "sop.pdf").read_bytes()
    made = sign(office.build / "sop.pdf", "--bsre", url)
    assert 0 == made.exit_code, made.output

    ((_, form),) = service.asked
    assert ("invisible", "Pengesahan SOP Contoh, edisi 2026", "Contoh") == (
        form["tampilan"],
        form["reason"],
        form["location"],
    )
    kept = (office.archive / "sop.pdf").read_bytes()
    assert kept.startswith(final)
    (record,) = load_approvals(office.record).tanda_tangan
    assert ("bsre", "dok-0001", "Personel Contoh 1") == (record.cara, record.id_dokumen, record.oleh.nama)
    checked = verify(office.archive / "sop.pdf")
    assert 0 == checked.exit_code, checked.output
    assert "BSrE's page foot and the block of KEPALA SATUAN CONTOH were printed before signing" in checked.output
    for secret in SECRETS:
        assert secret not in made.output + office.record.read_text("utf-8")


def test_every_page_has_the_foot_and_one_the_block(office: Office, url: str) -> None:
    signed(office.build / "sop.pdf", "--bsre", url)
    words = pages((office.archive / "sop.pdf").read_bytes())
    assert 3 == len(words)
    assert all(" ".join(BSRE_FOOT) in page for page in words)
    assert [False, True, False] == [f"{SIGNED_BY} KEPALA SATUAN CONTOH" in page for page in words]


def test_the_foot_is_the_same_every_time_and_can_be_made_again(office: Office, tmp_path: Path) -> None:
    final = (office.build / "sop.pdf").read_bytes()
    block, place = (
        SignatureBlock(80.0, 26.0, "KEPALA SATUAN CONTOH"),
        SignaturePlace(1, 100.0, 250.0, 80.0, 26.0, named=True),
    )
    made = footed(final, block, place)
    assert made == footed(final, block, place)
    assert made.startswith(final)
    found = foot_in(made, len(final))
    assert found is not None
    assert (made, block, place) == (found.content, found.block, found.place)
    assert foot_in(final, len(final)) is None
    assert {("Arimo-Regular", True)} == set(pdf_fonts(made, tmp_path))
    with pikepdf.open(io.BytesIO(made)) as document, pikepdf.open(io.BytesIO(final)) as before:
        assert before.Root.Metadata.read_bytes() == document.Root.Metadata.read_bytes()


def test_a_foot_that_is_another_is_refused(office: Office, url: str, service: Service) -> None:
    """What was added before the signature is held to what sopgen adds, byte for byte."""
    final = (office.build / "sop.pdf").read_bytes()
    made = footed(final, SignatureBlock(80.0, 26.0, "KEPALA"), SignaturePlace(1, 100.0, 250.0, 80.0, 26.0))
    signed(office.build / "sop.pdf", "--bsre", url)
    office.forget_signatures()
    path = office.archive / "sop.pdf"
    for changed in (made.replace(b"EMC", b"EMc", 1), overlaid(made)):
        path.write_bytes(service.signed(changed))
        checked = verify(path)
        assert 4 == checked.exit_code
        assert "more than signatures was added" in checked.output
    path.write_bytes(made)
    assert 4 == verify(path).exit_code  # the foot alone, without a signature, is a false statement


def test_a_block_over_words_is_refused(office: Office, url: str, service: Service) -> None:
    signed(office.build / "sop.pdf", "--bsre", url)
    office.forget_signatures()
    final = (office.build / "sop.pdf").read_bytes()
    hiding = footed(final, SignatureBlock(80.0, 26.0, "BUKAN"), SignaturePlace(1, 20.0, 200.0, 80.0, 60.0))
    (office.archive / "sop.pdf").write_bytes(service.signed(hiding))
    assert "the block covers words of page 2" in verify(office.archive / "sop.pdf").output


def overlaid(pdf: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    RawContent(b"q 1 g 100 500 200 200 re f Q").add_to_page(writer, 1)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def resaved(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out)
    return out.getvalue()


def other_document() -> bytes:
    out = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(out)
    return out.getvalue()


def test_what_comes_back_must_be_what_was_sent_and_one_signature(office: Office, url: str, service: Service) -> None:
    wrong = {
        "unsigned": lambda _, sent: sent,
        "another document": lambda *_: service.signed(other_document()),
        "the document as it was, without the foot": lambda *_: service.signed(
            (office.build / "sop.pdf").read_bytes()
        ),
        "changed, then signed": lambda _, sent: service.signed(overlaid(sent)),
        "signed, then changed": lambda signed, _: overlaid(signed),
        "saved again, then signed": lambda _, sent: service.signed(resaved(sent)),
        "signed twice": lambda signed, _: service.signed(signed, "sig_lain"),
        "cut short": lambda signed, _: signed[:-100],
        "no PDF": lambda *_: b"<html>",
        "nothing": lambda *_: b"",
    }
    for name, change in wrong.items():
        service.change = change
        made = sign(office.build / "sop.pdf", "--bsre", url)
        assert 4 == made.exit_code, name
        assert "the service returned another file than sop.pdf with one signature more" in made.output, name
    assert not office.archive.exists()
    assert "tanda_tangan" not in office.record.read_text("utf-8")


def test_what_the_service_refuses_is_told_without_secrets(
    office: Office, url: str, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_PASSPHRASE", "frasa-yang-salah")
    made = sign(office.build / "sop.pdf", "--bsre", url)
    assert 1 == made.exit_code
    assert "BSrE: refused with status 400: Passphrase anda salah: ***" in made.output
    monkeypatch.setenv("SOPGEN_BSRE_PASSWORD", "sandi-yang-salah")
    assert "BSrE: refused with status 401: Unauthorized" in sign(office.build / "sop.pdf", "--bsre", url).output
    monkeypatch.setenv("SOPGEN_BSRE_PASSWORD", service.password)
    monkeypatch.setenv("SOPGEN_NIK", "7500000000000009")
    assert "BSrE: refused with status 404" in sign(office.build / "sop.pdf", "--bsre", url).output


@pytest.mark.parametrize(
    ("refuse", "words"),
    [
        ((500, {}, b"<html>Internal Server Error</html>"), "refused with status 500: -"),
        ((500, {"Content-Type": "application/json"}, b"[1]"), "refused with status 500: -"),
        ((503, {"Content-Type": "application/json"}, b'{"message": "Sedang dirawat"}'), "status 503: Sedang dirawat"),
        ((302, {"Location": "http://127.0.0.1:9/"}, b""), "refused with status 302"),
    ],
)
def test_a_service_that_fails_is_told(
    refuse: tuple[int, dict[str, str], bytes], words: str, office: Office, url: str, service: Service
) -> None:
    service.refuse = refuse
    made = sign(office.build / "sop.pdf", "--bsre", url)
    assert 1 == made.exit_code
    assert words in made.output
    assert not office.archive.exists()


def test_who_has_no_certificate_is_told_before_the_passphrase_goes_out(
    office: Office, url: str, service: Service
) -> None:
    service.status = "EXPIRED"
    made = sign(office.build / "sop.pdf", "--bsre", url)
    assert 1 == made.exit_code
    assert "the signer has no certificate in force: Status sertifikat EXPIRED" in made.output
    assert [] == service.asked


def test_a_service_that_does_not_answer_is_given_up(office: Office, url: str, service: Service) -> None:
    from sopgen.errors import SopgenError

    service.wait = 0.5
    account = Account(url, service.user, service.password, service.nik, service.passphrase)
    officer = Officer(nama="Personel Contoh 1", pangkat="AKP", nrp="00000001", jabatan="KEPALA")
    document = Document("sop.pdf", (office.build / "sop.pdf").read_bytes(), "Pengesahan", "Contoh")
    with pytest.raises(SopgenError, match=r"no answer in 0\.1 s"):
        Bsre(account, seconds=0.1).sign(document, officer)
    gone = sign(office.build / "sop.pdf", "--bsre", "http://127.0.0.1:9")
    assert 1 == gone.exit_code
    assert "the service can not be reached (ConnectionError)" in gone.output
    for secret in SECRETS:
        assert secret not in gone.output
        assert secret not in repr(account)


def test_the_foot_covers_no_words(office: Office) -> None:
    from sopgen.jobs.signing.ways.bsre_page import words_at_foot

    pdf = (office.build / "sop.pdf").read_bytes()
    assert "" == words_at_foot(pdf)
    block = SignatureBlock(80.0, 9.0, "KAKI")
    taken = footed(pdf, block, SignaturePlace(1, 100.0, 250.0, 80.0, 26.0))
    assert words_at_foot(taken).startswith("Dokumen ini telah")


def test_bsre_signs_first(office: Office, url: str, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.jobs.people import PASSPHRASE

    monkeypatch.setenv("SOPGEN_PASSPHRASE", PASSPHRASE)
    signed(office.build / "sop.pdf", "--p12", keys["kasat"], "--place", "2,20,240", by="kasat")
    made = sign(office.archive / "sop.pdf", "--bsre", url)
    assert 1 == made.exit_code
    assert "is signed already: BSrE signs first" in made.output


def test_another_signature_may_follow_bsre_s(
    office: Office, url: str, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.jobs.people import PASSPHRASE

    signed(office.build / "sop.pdf", "--bsre", url)
    monkeypatch.setenv("SOPGEN_PASSPHRASE", PASSPHRASE)
    signed(office.archive / "sop.pdf", "--p12", keys["kasat"], "--place", "2,20,240", by="kasat")
    checked = verify(office.archive / "sop.pdf", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output
    assert 2 == checked.output.count("its certificate leads to a root")


@pytest.mark.parametrize(
    "address",
    ["http://esign.invalid", "http://127.0.0.1.nip.example", "http://localhost.jahat.example", "HTTP://127.1:1", "x"],
)
@pytest.mark.usefixtures("url")
def test_nothing_is_sent_to_an_address_without_https(address: str, office: Office, service: Service) -> None:
    made = sign(office.build / "sop.pdf", "--bsre", address)
    assert (1, True) == (made.exit_code, "the passphrase could be read on the way there" in made.output)
    assert [] == service.asked


def test_a_certificate_that_is_not_the_official_s_is_not_kept(
    office: Office, url: str, service: Service, kasat: Holder
) -> None:
    service.holder = kasat
    made = sign(office.build / "sop.pdf", "--bsre", url)
    assert (1, True) == (
        made.exit_code,
        "the certificate of Personel Contoh 2, not of Personel Contoh 1" in made.output,
    )
    assert not (office.archive / "sop.pdf").exists()
