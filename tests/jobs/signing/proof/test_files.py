"""What a signed file proves, and every change of it that must be refused."""

import io
import json
import re
import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore
from tests.examples import many, some
from tests.jobs.office import Office, run, signed, verify
from tests.jobs.people import Holder, authority, person

from sopgen.jobs.signing.certificates import fingerprint
from sopgen.jobs.signing.final_files import digest, read_manifest
from sopgen.jobs.signing.proof.cms_form import exact
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.pades import proofs
from sopgen.jobs.signing.proof.pdf import pdf_findings
from sopgen.jobs.signing.proof.result import Verdict
from sopgen.jobs.signing.way import Document
from sopgen.jobs.signing.ways.own_key import Pades
from sopgen.model.life.record import Officer
from sopgen.workspace import example

PLACE = "2,20,240"
ENTRY = """  - cara: pades
    berkas: sop.pdf
    sidik: {before}
    hasil: {after}
    spec: {before}
    tanggal: 2026-04-01
    oleh: {{nama: Personel Contoh {n}, pangkat: AKP, nrp: "0000000{n}", jabatan: KEPALA}}
"""


def signer(holder: Holder, *beside: Holder) -> SimpleSigner:
    store = SimpleCertificateStore.from_certs([one.asn1 for one in beside])
    return SimpleSigner(holder.asn1, holder.key_info, store)


@cache
def stranger(root: Holder) -> Holder:
    return person("Orang Lain", root)


def by_stranger(pdf: bytes, root: Holder, box: tuple[int, ...] = (400, 60, 500, 100)) -> bytes:
    """Return the PDF with one more signature, by a key that nobody knows and a program that checks nothing."""
    field = SigFieldSpec("lain", on_page=1, box=box)  # type: ignore[arg-type]
    way = PdfSigner(PdfSignatureMetadata(field_name="lain"), signer(stranger(root)), new_field_spec=field)
    out: io.BytesIO = way.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))
    return out.getvalue()


@pytest.fixture(scope="module")
def final(built: Path) -> bytes:
    return (built / "build" / "contoh-2026" / "sop.pdf").read_bytes()


@pytest.fixture(scope="module")
def once(final: bytes, approver: Holder, root: Holder) -> bytes:
    officer = Officer(nama="Personel Contoh 1", pangkat="AKP", nrp="00000001", jabatan="KEPALA")
    return Pades(signer(approver, root)).sign(Document("sop.pdf", final, "Pengesahan", "Contoh"), officer).result


@pytest.fixture(scope="module")
def twice(once: bytes, kasat: Holder, root: Holder) -> bytes:
    officer = Officer(nama="Personel Contoh 2", pangkat="IPTU", nrp="00000002", jabatan="KEPALA BAGIAN")
    return Pades(signer(kasat, root)).sign(Document("sop.pdf", once, "Persetujuan", "Contoh", PLACE), officer).result


@pytest.fixture(scope="module")
def known(built: Path, approver: Holder, kasat: Holder, root: Holder) -> Evidence:
    """The manifest, and a reader who vouches for the people: here only what is done to the file decides."""
    people = frozenset(fingerprint(one.asn1) for one in (approver, kasat, stranger(root)))
    return Evidence(read_manifest(built / "build" / "contoh-2026" / "manifest.json"), signers=people)


def faults(pdf: bytes, known: Evidence) -> list[str]:
    return [finding.text for finding in pdf_findings(pdf, known) if finding.verdict is Verdict.FAILS]


def gap(pdf: bytes) -> tuple[int, int]:
    """Return where the last signature itself stands in the file."""
    made = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[-1]
    return int(made.byte_range[1]), int(made.byte_range[2])


def flipped(pdf: bytes, position: int, bit: int) -> bytes:
    changed = bytearray(pdf)
    changed[position] ^= 1 << bit
    return bytes(changed)


def test_untouched_files_hold(once: bytes, twice: bytes, known: Evidence) -> None:
    assert [] == faults(once, known)
    assert [] == faults(twice, known)


def test_one_flipped_byte_in_any_region_is_refused(once: bytes, known: Evidence) -> None:
    start, end = gap(once)
    regions = {
        "the build's file": some(range(0, start, 3001)),
        "what signing added": some(range(start - 4200, start, 601)),
        "the signature": some(range(start, start + 2200, 61)),
        "the zeros behind it": some(range(start + 2200, end, 401)),
        "what comes after it": some(range(end, len(once), 97)),
        "the edges": [0, start - 1, start, start + 1, end - 2, end - 1, end, len(once) - 1],
    }
    for region, positions in regions.items():
        for position in positions:
            assert faults(flipped(once, position, 0), known), (region, position)


def test_a_digit_in_the_other_case_is_refused(once: bytes, known: Evidence) -> None:
    """It stands for the same byte, but the file is another one."""
    start, end = gap(once)
    letter = next(n for n in range(start, end) if once[n : n + 1] in b"abcdefABCDEF")
    assert faults(flipped(once, letter, 5), known)


@settings(max_examples=many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused(once: bytes, known: Evidence, place: float, bit: int) -> None:
    assert faults(flipped(once, int(place * len(once)), bit), known)


def test_every_bit_beside_what_is_signed_is_held_to_one_form(once: bytes) -> None:
    made = PdfFileReader(io.BytesIO(once)).embedded_signatures[0]
    contents = made.pkcs7_content
    signed_data = made.signed_data
    assert exact(contents)
    loose = [signed_data["version"], signed_data["digest_algorithms"], made.signer_info["version"]]
    loose += [
        one.chosen
        for one in signed_data["certificates"]
        if one.chosen.serial_number != made.signer_cert.serial_number
    ]
    positions = {0, 1, 2, 3, len(contents) - 1}
    for part in loose:
        begin = contents.find(part.dump())
        positions |= set(range(begin, begin + len(part.dump()), 3))
    assert len(positions) > 100
    for position in sorted(positions):
        for bit in (0, 3, 7):
            assert not exact(flipped(contents, position, bit)), (position, bit)


def update(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def overlaid(writer: IncrementalPdfFileWriter) -> None:
    RawContent(b"q 1 g 100 500 200 200 re f Q").add_to_page(writer, 1)


def annotated(writer: IncrementalPdfFileWriter) -> None:
    note = {"/Type": generic.pdf_name("/Annot"), "/Subtype": generic.pdf_name("/FreeText")}
    entries = {generic.pdf_name(key): value for key, value in note.items()}
    rect = generic.ArrayObject([generic.NumberObject(n) for n in (10, 10, 200, 200)])
    made = generic.DictionaryObject({**entries, generic.pdf_name("/Rect"): rect})
    writer.register_annotation(writer.find_page_for_modification(1)[0], writer.add_object(made))


def swapped(writer: IncrementalPdfFileWriter) -> None:
    kids = writer.root["/Pages"]["/Kids"]
    kids[0], kids[1] = kids.raw_get(1), kids.raw_get(0)
    writer.update_container(kids)


def retitled(writer: IncrementalPdfFileWriter) -> None:
    writer.document_meta.title = "Judul lain"
    writer.mark_update(writer.trailer.raw_get("/Info"))


def unsigned(writer: IncrementalPdfFileWriter) -> None:
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.pop()
    writer.update_container(fields)


# Between two signatures other properties may come: programs that sign write their own, and the second covers them.
UPDATES = [overlaid, annotated, swapped, retitled, unsigned]


@pytest.mark.parametrize("change", UPDATES, ids=lambda change: str(change.__name__))
def test_an_appended_update_is_refused(
    change: Callable[[IncrementalPdfFileWriter], None], once: bytes, twice: bytes, known: Evidence
) -> None:
    assert faults(update(once, change), known)
    assert faults(update(twice, change), known)


@pytest.mark.parametrize("change", UPDATES[:3], ids=lambda change: str(change.__name__))
def test_an_update_between_two_signatures_is_refused(
    change: Callable[[IncrementalPdfFileWriter], None], once: bytes, root: Holder, known: Evidence
) -> None:
    assert faults(by_stranger(update(once, change), root), known)


@pytest.mark.parametrize("change", UPDATES[:4], ids=lambda change: str(change.__name__))
def test_an_update_before_the_first_signature_is_refused(
    change: Callable[[IncrementalPdfFileWriter], None], final: bytes, root: Holder, known: Evidence
) -> None:
    assert faults(by_stranger(update(final, change), root), known)


def test_another_document_behind_the_build_s_file_is_refused(final: bytes, root: Holder, known: Evidence) -> None:
    """Its cross-references do not go on from those of the build's file: a viewer shows the other one."""
    out = io.BytesIO(final)
    out.seek(0, io.SEEK_END)
    other = copy_into_new_writer(PdfFileReader(io.BytesIO(final)))
    RawContent(b"q 1 g 100 500 200 200 re f Q").add_to_page(other, 1)
    other.stream_xrefs = False
    other.write(out)
    forged = by_stranger(out.getvalue(), root)
    assert forged.startswith(final)
    assert all(proof.faults == () for proof in proofs(forged))
    assert ["more than signatures was added to the file of the build"] == faults(forged, known)


@pytest.mark.parametrize("length", [10, 4000, -1, -2, -300, -2000, -9000])
def test_a_truncated_file_is_refused(length: int, once: bytes, known: Evidence) -> None:
    assert faults(once[:length], known)


def test_a_file_that_was_saved_again_is_refused(once: bytes, known: Evidence) -> None:
    for resave in (pikepdf.Pdf.save, partial(pikepdf.Pdf.save, linearize=True)):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(once)) as document:
            resave(document, out)
        assert faults(out.getvalue(), known)


def test_an_encrypted_file_can_not_be_checked(once: bytes, known: Evidence) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(once)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    assert ["it is encrypted: nobody can check it. fix: ask for it without a password"] == faults(
        out.getvalue(), known
    )


def test_a_page_swapped_by_saving_again_is_refused(once: bytes, known: Evidence) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(once)) as document:
        document.pages.reverse()
        document.save(out)
    assert faults(out.getvalue(), known)


@pytest.mark.parametrize("tail", [b"\n", b"%", b"\n%%EOF\n", b"\0" * 20])
def test_bytes_behind_the_end_are_refused(tail: bytes, once: bytes, known: Evidence) -> None:
    assert faults(once + tail, known)


def test_a_signature_that_hides_words_or_another_is_refused(twice: bytes, root: Holder, known: Evidence) -> None:
    assert [] == faults(by_stranger(twice, root), known)
    (words,) = faults(by_stranger(twice, root, (60, 600, 500, 700)), known)
    assert "a signature covers words of page 2" in words
    (block,) = faults(by_stranger(twice, root, (60, 200, 500, 240)), known)
    assert "two signatures cover each other on page 2" == block


@pytest.fixture
def archive(office: Office, twice: bytes, final: bytes, once: bytes) -> Office:
    """An office whose SOP two officials have signed."""
    shutil.copytree(office.build, office.archive)
    (office.archive / "sop.pdf").write_bytes(twice)
    steps = [(final, once, "1"), (once, twice, "2")]
    entries = [ENTRY.format(n=n, before=digest(before), after=digest(after)) for before, after, n in steps]
    office.record.write_text(office.approvals + "tanda_tangan:\n" + "".join(entries), encoding="utf-8")
    return office


def test_a_removed_signature_is_told_from_the_record(archive: Office) -> None:
    path = archive.archive / "sop.pdf"
    made = PdfFileReader(io.BytesIO(path.read_bytes())).embedded_signatures[0]
    first = int(made.byte_range[2] + made.byte_range[3])
    path.write_bytes(path.read_bytes()[:first])

    checked = verify(path)
    assert 4 == checked.exit_code
    assert "signature 1: Personel Contoh 1" in checked.output
    assert "recorded signatures that it lacks: Personel Contoh 2 (2026-04-01)" in checked.output

    archive.forget_signatures()
    alone = verify(path)
    assert 0 == alone.exit_code
    assert "whether one is missing can not be told" in alone.output


def test_all_signatures_removed_is_told_from_the_record(archive: Office) -> None:
    checked = verify(archive.build / "sop.pdf")
    assert 4 == checked.exit_code
    assert "it lacks: Personel Contoh 1 (2026-04-01), Personel Contoh 2 (2026-04-01)" in checked.output


def test_a_stranger_s_signature_is_told(archive: Office, keys: dict[str, Path]) -> None:
    """It is intact; only the record, or a root that is trusted, tells that it should not be there."""
    path = archive.archive / "sop.pdf"
    path.write_bytes(by_stranger(path.read_bytes(), authority("Otoritas Palsu")))
    assert "not the file that the record knows" in verify(path).output
    archive.forget_signatures()
    assert "is registered for no official in satuan.yaml" in verify(path).output
    trusting = verify(path, "--trust", keys["root"])
    assert 4 == trusting.exit_code
    assert "signature 3: its certificate leads to no root that you trust" in trusting.output


def test_what_could_not_be_checked_is_said(archive: Office, keys: dict[str, Path]) -> None:
    plain = verify(archive.archive / "sop.pdf").output
    assert "certificates were not checked against a trust list (--trust)" in plain
    assert "whether a certificate was revoked was not checked" in plain
    assert "by the signer's own clock" in plain
    assert "a trust list" not in verify(archive.archive / "sop.pdf", "--trust", keys["root"]).output


def test_a_file_without_manifest_and_signature_proves_nothing(office: Office, tmp_path: Path) -> None:
    (tmp_path / "sop.pdf").write_bytes((office.build / "sop.pdf").read_bytes())
    checked = verify(tmp_path / "sop.pdf")
    assert 4 == checked.exit_code
    assert "nothing proves it" in checked.output
    assert 0 == verify(tmp_path / "sop.pdf", "--manifest", office.build / "manifest.json").exit_code


def test_a_changed_spec_or_template_is_told(archive: Office) -> None:
    path = archive.archive / "sop.pdf"
    shutil.copytree(example() / "templates", archive.folder / "templates")
    assert 0 == verify(path).exit_code
    template = archive.folder / "templates" / "sop" / "sop.typ"
    template.write_text(template.read_text("utf-8") + "// lain\n", encoding="utf-8")
    assert "templates: changed since" in verify(path).output
    archive.spec.write_text(archive.spec.read_text("utf-8").replace("Kamera", "Kamera foto"), encoding="utf-8")
    checked = verify(path, archive.build / "manifest.json")
    assert 4 == checked.exit_code
    assert 2 == checked.output.count("spec: changed since")


def test_the_manifest_tells_changed_and_missing_files(office: Office) -> None:
    assert 0 == verify(office.build / "manifest.json").exit_code
    (office.build / "charts" / "A.svg").write_text("<svg/>", encoding="utf-8")
    (office.build / "charts" / "A.png").unlink()
    checked = verify(office.build / "manifest.json")
    assert 4 == checked.exit_code
    assert "charts/A.svg has changed" in checked.output
    assert "charts/A.png is missing" in checked.output


def test_a_broken_manifest_or_record_is_told(archive: Office) -> None:
    archive.record.write_text(archive.record.read_text("utf-8").replace("cara: pades", "cara: cap jempol"), "utf-8")
    checked = verify(archive.archive / "sop.pdf")
    assert 4 == checked.exit_code
    assert re.search(r'contoh-2026\.yaml:\d+:\d+: error SK01: "cap jempol"', checked.output)
    manifest = archive.build / "manifest.json"
    manifest.write_text(json.dumps({"files": {}}), encoding="utf-8")
    assert "is no manifest of this version" in verify(manifest).output


def test_a_word_file_and_its_signature_hold_together(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    docx, beside = office.archive / "sop.docx", office.archive / "sop.docx.p7s"
    whole, made = docx.read_bytes(), beside.read_bytes()
    assert 0 == verify(beside, "--trust", keys["root"]).exit_code

    for position in some(range(0, len(whole), 4001)):
        docx.write_bytes(flipped(whole, position, 0))
        assert 4 == verify(docx).exit_code, position
    docx.write_bytes(whole)
    for position in some(range(0, len(made), 53)):
        beside.write_bytes(flipped(made, position, 0))
        assert 4 == verify(docx).exit_code, position
    beside.write_bytes(made)
    office.forget_signatures()
    for position in some(range(0, len(made), 97)):
        beside.write_bytes(flipped(made, position, 0))
        assert 4 == verify(docx).exit_code, position


def test_a_removed_signature_of_a_word_file_is_told(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    (office.archive / "sop.docx.p7s").unlink()
    checked = verify(office.archive / "sop.docx")
    assert 4 == checked.exit_code
    assert "the signature of Personel Contoh 1" in checked.output


def test_a_signature_of_another_file_does_not_do(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    other = office.archive / "forms" / "surat-perintah-tugas-A.docx"
    other.with_name(f"{other.name}.p7s").write_bytes((office.archive / "sop.docx.p7s").read_bytes())
    checked = verify(other)
    assert 4 == checked.exit_code
    assert "what it covers was changed" in checked.output


def test_a_scan_that_was_changed_is_told(office: Office, tmp_path: Path) -> None:
    scan = tmp_path / "pindaian.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n gambar")
    signed(office.build / "sop.pdf", "--scan", scan, "--date", "2026-04-01")
    kept = office.archive / "sop-pindaian.png"
    assert 0 == verify(kept).exit_code
    kept.write_bytes(kept.read_bytes() + b"x")
    assert 4 == verify(kept).exit_code


def test_an_untrusted_root_file_and_a_missing_file_are_told(office: Office, tmp_path: Path) -> None:
    (tmp_path / "akar.pem").write_text("bukan sertifikat", encoding="utf-8")
    assert "holds no certificate" in verify(office.build / "sop.pdf", "--trust", tmp_path / "akar.pem").output
    missing = verify(office.build / "tidak-ada.pdf")
    assert (1, True) == (missing.exit_code, "can not be read" in missing.output)
    nowhere = verify(office.build / "sop.pdf", "--manifest", tmp_path / "tidak-ada.json")
    assert (4, True) == (nowhere.exit_code, "tidak-ada.json can not be read" in nowhere.output)
    assert 2 == run("verify").exit_code
