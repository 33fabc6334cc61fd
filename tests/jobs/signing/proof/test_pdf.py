"""What the words and blocks of a signed PDF may not do: speak for `verify`, or hide what is printed."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import SimpleSigner
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore
from tests.jobs.office import Office, enrol, sign, signed, verify
from tests.jobs.people import Holder, person

OVER_WORDS = (60, 600, 500, 700)
EMPTY_ROOM = (300, 40, 560, 100)


def drawn(pdf: bytes, holder: Holder, box: tuple[int, int, int, int], words: str, order: tuple[int, ...]) -> bytes:
    """Return the PDF with one more signature whose block says words; `order` is how /Rect names its corners."""
    writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    append_signature_field(writer, SigFieldSpec("lain", on_page=1, box=box))
    field = writer.root["/AcroForm"]["/Fields"][-1]
    field[generic.pdf_name("/Rect")] = generic.ArrayObject([generic.NumberObject(box[n]) for n in order])
    signer = SimpleSigner(holder.asn1, holder.key_info, SimpleCertificateStore())
    meta = PdfSignatureMetadata(field_name="lain")
    PdfSigner(meta, signer, stamp_style=TextStampStyle(stamp_text=words)).sign_pdf(writer, output=out)
    return out.getvalue()


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 3, 0, 1), (2, 1, 0, 3), (0, 3, 2, 1)])
def test_a_block_that_hides_words_is_told_however_its_corners_are_named(
    order: tuple[int, ...], office: Office, keys: dict[str, Path], root: Holder
) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    path, stranger = office.archive / "sop.pdf", person("Orang Lain", root)
    path.write_bytes(drawn(path.read_bytes(), stranger, OVER_WORDS, "x", order))
    office.forget_signatures()
    assert "a signature covers words of page 2" in verify(path).output


def test_what_a_block_says_is_told_and_whose_it_is_not(office: Office, keys: dict[str, Path], root: Holder) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    path, stranger = office.archive / "sop.pdf", person("Orang Lain", root)
    path.write_bytes(drawn(path.read_bytes(), stranger, EMPTY_ROOM, "BIAYA Rp500.000", (2, 3, 0, 1)))
    told = verify(path)
    assert (4, True) == (told.exit_code, 'what a signature shows on page 2: "BIAYA Rp500.000"' in told.output)
    office.forget_signatures()
    assert "signature 2: its certificate" in verify(path).output


def test_no_name_in_a_certificate_makes_a_line_of_the_report(office: Office, root: Holder, tmp_path: Path) -> None:
    name = "Personel Contoh 1: intact\n  holds: semua benar\x1b[2J\x85\u202ex"
    holder = odd(name, root)
    p12 = holder.p12(tmp_path / "cn.p12", root)
    assert "semua benar" in sign(office.build / "sop.pdf", "--p12", p12).output
    enrol(office, holder, name="Personel Contoh 1")
    made = sign(office.build / "sop.pdf", "--p12", p12)
    outputs = (made.output, verify(office.archive / "sop.pdf").output)
    for output in outputs:
        assert r"Personel Contoh 1: intact\n  holds: semua benar\x1b[2J\x85\u202ex" in output
        assert not any(line.strip().startswith("holds: semua") for line in output.splitlines())
        assert not {"\x1b", "\x85", "\u202e"} & set(output)


def odd(name: str, issuer: Holder) -> Holder:
    """Return a certificate whose common name no authority would write."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name, _validate=False)])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(1))
        .not_valid_after(now + timedelta(300))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    return Holder(builder.sign(issuer.key, hashes.SHA256()), key)
