"""The final files signed by ink and by the signer's own key, as an official's staff do it."""

import io
import os
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.documents import docx_lines, pdf_fonts
from tests.documents import run as run_program
from tests.jobs.office import Office, approved, enrol, sign, signed, verify
from tests.jobs.people import Holder, authority, person

from sopgen.jobs.life.day import local_time
from sopgen.jobs.signing.final_files import digest
from sopgen.jobs.signing.proof.pades import proofs, signature_boxes
from sopgen.model.life.record import Signature, SigningWay
from sopgen.read.load import load_approvals, load_unit
from sopgen.render.signature import BSRE_FOOT, SIGNED_BY

PLACE = ("--place", "2,20,240")


def records(office: Office) -> tuple[Signature, ...]:
    return load_approvals(office.record).tanda_tangan


def drawn_words(pdf: bytes, page: int) -> str:
    """Return the words of the signatures' blocks on a page, as a viewer draws them."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        document[page].flatten()
        flat = io.BytesIO()
        document.save(flat)
    with pypdfium2.PdfDocument(flat.getvalue()) as document:
        boxes = [box for number, box in signature_boxes(pdf) if number == page]
        return " | ".join(document[page].get_textpage().get_text_bounded(*box) for box in boxes)


def test_a_pdf_is_signed_by_the_official_s_own_key(office: Office, keys: dict[str, Path], approver: Holder) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])

    pdf = (office.archive / "sop.pdf").read_bytes()
    final = (office.build / "sop.pdf").read_bytes()
    assert pdf.startswith(final)
    (proof,) = proofs(pdf)
    assert ("ttd-00000001", approver.asn1.sha256.hex(), ()) == (proof.field, proof.fingerprint, proof.faults)

    (record,) = records(office)
    assert (SigningWay.PADES, "sop.pdf") == (record.cara, record.berkas)
    assert (digest(final), digest(pdf)) == (record.sidik, record.hasil)
    assert "Personel Contoh 1" == record.oleh.nama
    assert "KEPALA SATUAN CONTOH" == record.oleh.jabatan
    assert "arsip/contoh-2026/sop.pdf" == record.tersimpan
    assert proof.at is not None
    assert local_time(proof.at, load_unit(office.folder / "spec" / "satuan.yaml")).date() == record.tanggal


def test_the_block_has_the_official_s_words_above_his_printed_name(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    pdf = (office.archive / "sop.pdf").read_bytes()
    words = drawn_words(pdf, 1).split()
    assert [*SIGNED_BY.split(), "KEPALA", "SATUAN", "CONTOH"] == words


def test_a_block_at_a_named_place_has_name_and_rank_too(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    pdf = (office.archive / "sop.pdf").read_bytes()
    expected = f"{SIGNED_BY} KEPALA BAGIAN CONTOH Personel Contoh 2 INSPEKTUR POLISI SATU NRP 00000002"
    assert expected.split() == drawn_words(pdf, 1).split()
    ((page, (left, _, _, top)),) = signature_boxes(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        height = float(document.pages[page].mediabox[3])
    assert (20.0, 240.0) == (round(left * 25.4 / 72, 1), round((height - top) * 25.4 / 72, 1))


def test_several_sign_in_order_and_earlier_signatures_stay(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    signed(office.archive / "sop.pdf", "--p12", keys["pengesah"])

    found = proofs((office.archive / "sop.pdf").read_bytes())
    assert ["ttd-00000002", "ttd-00000001"] == [proof.field for proof in found]
    assert [(), ()] == [proof.faults for proof in found]
    first, second = records(office)
    assert first.hasil == second.sidik
    checked = verify(office.archive / "sop.pdf", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output


@pytest.mark.exe
def test_another_program_finds_both_signatures_valid(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    signed(office.archive / "sop.pdf", "--p12", keys["pengesah"])
    told = run_program("pdfsig", "-nocert", office.archive / "sop.pdf").decode()
    assert 2 == told.count("Signature Validation: Signature is Valid.")
    assert 2 == told.count("Signature Type: ETSI.CAdES.detached")
    assert 1 == told.count("- Total document signed")


def test_the_first_signature_is_not_lost_by_signing_the_build_again(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    before = (office.archive / "sop.pdf").read_bytes()
    again = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == again.exit_code
    assert "was signed before. fix: sign arsip/contoh-2026/sop.pdf" in again.output
    assert before == (office.archive / "sop.pdf").read_bytes()


def test_nobody_signs_twice(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    again = sign(office.archive / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == again.exit_code
    assert "sop.pdf is signed by Personel Contoh 1 already" in again.output
    office.forget_signatures()  # the PDF itself tells it, too
    assert (
        "is signed by Personel Contoh 1 already" in sign(office.archive / "sop.pdf", "--p12", keys["pengesah"]).output
    )


def test_the_signed_pdf_keeps_its_claim_to_pdf_a(office: Office, keys: dict[str, Path], tmp_path: Path) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    signed(office.archive / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    pdf = (office.archive / "sop.pdf").read_bytes()
    assert {("Arimo-Regular", True)} == set(pdf_fonts(pdf, tmp_path))
    with pikepdf.open(io.BytesIO(pdf)) as document, pikepdf.open(office.build / "sop.pdf") as before:
        assert before.Root.Metadata.read_bytes() == document.Root.Metadata.read_bytes()
        assert "/Version" not in document.Root  # PDF/A-2 is PDF 1.7
        assert "/NeedAppearances" not in document.Root.AcroForm
        for field in document.Root.AcroForm.Fields:
            assert 4 == int(field.F) & 0b110111  # printed, neither hidden nor invisible (ISO 19005-2, 6.3.2)
            assert field.AP.N.Resources.XObject


def test_a_word_file_gets_a_signature_beside_it(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    signed(office.archive / "sop.docx", "--p12", keys["kasat"], by="kasat")
    assert (office.build / "sop.docx").read_bytes() == (office.archive / "sop.docx").read_bytes()
    assert ["cms", "cms"] == [record.cara for record in records(office)]
    made = [office.archive / "sop.docx.p7s", office.archive / "sop.docx.2.p7s"]
    assert [digest(path.read_bytes()) for path in made] == [record.hasil for record in records(office)]
    checked = verify(office.archive / "sop.docx", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output
    assert "signature 2: Personel Contoh 2" in checked.output


def test_ink_registers_the_scan_with_what_was_printed(office: Office, tmp_path: Path) -> None:
    scan = tmp_path / "hasil pindai.PDF"
    scan.write_bytes(b"%PDF-1.4 gambar kertas yang ditandatangani")
    signed(office.build / "sop.pdf", "--scan", scan, "--date", "2026-04-01")

    kept = office.archive / "sop-pindaian.pdf"
    assert scan.read_bytes() == kept.read_bytes()
    (record,) = records(office)
    assert (SigningWay.INK, "2026-04-01") == (record.cara, str(record.tanggal))
    assert digest((office.build / "sop.pdf").read_bytes()) == record.sidik
    assert digest(scan.read_bytes()) == record.hasil
    for file, words in ((kept, "the scan, as registered"), (office.build / "sop.pdf", "signed on paper by Personel")):
        checked = verify(file)
        assert 0 == checked.exit_code, checked.output
        assert words in checked.output


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["arsip", "arsip/contoh-2026"])
def test_an_archive_that_is_a_link_is_not_followed(
    name: str, office: Office, keys: dict[str, Path], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "tempat-lain"
    elsewhere.mkdir()
    link = office.folder / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(elsewhere)
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert (1, True) == (made.exit_code, f"{name} is a link, to {elsewhere}" in made.output)
    assert [] == list(elsewhere.iterdir())
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"], "--out", elsewhere)


def test_the_archive_keeps_the_whole_edition(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    names = {path.relative_to(office.build) for path in office.build.rglob("*") if path.is_file()}
    names.add(Path("tanda-tangan.json"))
    assert names == {path.relative_to(office.archive) for path in office.archive.rglob("*") if path.is_file()}
    assert 0 == verify(office.archive / "manifest.json").exit_code


def test_records_keep_the_comments_of_who_wrote_them(office: Office, keys: dict[str, Path]) -> None:
    written = "# catatan staf\n" + office.approvals.replace("sop: contoh", "sop: contoh # SOP contoh")
    office.record.write_text(written, encoding="utf-8")
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert office.record.read_text("utf-8").startswith(written)
    assert 1 == len(records(office))


def test_ci_signs_nothing(office: Office, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == made.exit_code
    assert "CI makes siap-ditandatangani only" in made.output
    assert not office.archive.exists()


def test_a_wrong_passphrase_is_told_and_never_shown(
    office: Office, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_PASSPHRASE", "bukan-sandinya")
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == made.exit_code
    assert "wrong passphrase, or no PKCS#12 file" in made.output
    assert "bukan-sandinya" not in made.output
    assert not office.archive.exists()
    assert "tanda_tangan" not in office.record.read_text("utf-8")


def test_the_passphrase_is_asked_for(office: Office, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner
    from tests.jobs.people import PASSPHRASE

    from sopgen.cli.main import main

    monkeypatch.delenv("SOPGEN_PASSPHRASE")
    words = ["sign", str(office.build / "sop.pdf"), "--by", "pengesah", "--p12", str(keys["pengesah"])]
    made = CliRunner().invoke(main, words, input=f"{PASSPHRASE}\n")
    assert 0 == made.exit_code, made.output
    assert PASSPHRASE not in made.output


@pytest.mark.parametrize(
    ("days", "signs", "words"),
    [
        ((-400, -35), True, "has expired on"),
        ((30, 60), True, "is valid from"),
        ((-1, 365), False, "is not for signing documents"),
    ],
)
def test_an_unfit_certificate_is_refused(
    days: tuple[int, int], signs: bool, words: str, office: Office, root: Holder, tmp_path: Path
) -> None:
    unfit = person("Personel Contoh 3", root, days=days, signs=signs).p12(tmp_path / "tak-layak.p12")
    made = sign(office.build / "sop.pdf", "--p12", unfit)
    assert 1 == made.exit_code
    assert words in made.output


def test_a_file_that_is_not_the_build_s_is_not_signed(office: Office, keys: dict[str, Path], tmp_path: Path) -> None:
    pdf = office.build / "sop.pdf"
    whole = pdf.read_bytes()
    for content in (b"bukan PDF", whole[:-40], whole.replace(b"/Type", b"/TYPE", 1)):
        pdf.write_bytes(content)
        assert "is not the file of its manifest" in sign(pdf, "--p12", keys["pengesah"]).output
    pdf.write_bytes(whole + b"\n% sisipan\n%%EOF")
    assert "it is no whole PDF" in sign(pdf, "--p12", keys["pengesah"]).output
    (tmp_path / "lain.pdf").write_bytes(whole)
    assert "has no manifest.json beside it" in sign(tmp_path / "lain.pdf", "--p12", keys["pengesah"]).output
    assert "can not be read" in sign(office.build / "tidak-ada.pdf", "--p12", keys["pengesah"]).output


def test_a_spec_that_changed_since_the_build_is_not_signed(office: Office, keys: dict[str, Path]) -> None:
    office.spec.write_text(office.spec.read_text("utf-8").replace("Kamera", "Kamera foto"), encoding="utf-8")
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == made.exit_code
    assert "PS01" in made.output


def test_a_draft_is_not_signed(office: Office, keys: dict[str, Path]) -> None:
    from sopgen.jobs.build import build
    from sopgen.workspace import example

    office.record.unlink()
    build(office.spec, office.folder / "build", templates=example() / "templates")
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == made.exit_code
    assert "error PS09: contoh-2026 has no approval" in made.output
    assert not office.archive.exists()


def test_another_build_in_the_archive_is_left_alone(office: Office, keys: dict[str, Path]) -> None:
    from sopgen.jobs.build import build
    from sopgen.workspace import example

    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    before = (office.archive / "sop.pdf").read_bytes()
    office.spec.write_text(office.spec.read_text("utf-8").replace("Kamera", "Kamera foto"), encoding="utf-8")
    approved(office.spec)
    build(office.spec, office.folder / "build", templates=example() / "templates")
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 1 == made.exit_code
    assert "holds another build" in made.output
    assert before == (office.archive / "sop.pdf").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--place", "9,10,10"], "has 3 pages, not 9"),
        (["--place", "2,200,10"], "leaves the page"),
        (["--place", "dua,1,1"], "is no place"),
        (["--place", "2,100,20"], "covers words of the page"),
    ],
)
def test_a_place_that_does_not_do_is_told(words: list[str], told: str, office: Office, keys: dict[str, Path]) -> None:
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"], *words)
    assert 1 == made.exit_code
    assert told in made.output


def test_two_blocks_do_not_cover_each_other(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    made = sign(office.archive / "sop.pdf", "--p12", keys["pengesah"], "--place", "2,60,250")
    assert 1 == made.exit_code
    assert "covers another signature" in made.output


def test_who_is_not_named_in_the_document_needs_a_place(office: Office, keys: dict[str, Path]) -> None:
    made = sign(office.build / "sop.pdf", "--p12", keys["kasat"], by="kasat")
    assert 1 == made.exit_code
    assert 'no room for a signature above "Personel Contoh 2". fix: --place' in made.output


def test_an_unknown_official_is_told(office: Office, keys: dict[str, Path]) -> None:
    made = sign(office.build / "sop.pdf", "--p12", keys["pengesah"], by="kapolri")
    assert '"kapolri" is no official. fix: known here: pengesah, penandatangan, kasat' in made.output


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--p12", "a.p12", "--scan", "b.pdf", "--date", "2026-04-01"],
        ["--scan", "b.pdf"],
        ["--p12", "a.p12", "--date", "2026-04-01"],
        ["--pkcs11", "lib.so"],
        ["--p12", "a.p12", "--cert", "ttd"],
        ["--bsre", "https://esign.invalid", "--tsa", "https://tsa.invalid"],
    ],
)
def test_a_way_that_is_not_whole_is_wrong_usage(words: list[str], office: Office) -> None:
    assert 2 == sign(office.build / "sop.pdf", *words).exit_code


def test_a_scan_is_a_picture_or_a_pdf(office: Office, tmp_path: Path) -> None:
    (tmp_path / "catatan.pdf").write_bytes(b"bukan pindaian")
    made = sign(office.build / "sop.pdf", "--scan", tmp_path / "catatan.pdf", "--date", "2026-04-01")
    assert "is no scan: PDF, JPEG or PNG" in made.output


def test_an_encrypted_pdf_is_refused(office: Office, approver: Holder, tmp_path: Path) -> None:
    from tests.jobs.people import PASSPHRASE

    from sopgen.errors import SopgenError
    from sopgen.jobs.life.officials import officer_of
    from sopgen.jobs.signing.keys import KeyFile, p12_signer
    from sopgen.jobs.signing.way import Document
    from sopgen.jobs.signing.ways.own_key import Pades
    from sopgen.read.load import load_edition

    locked = io.BytesIO()
    with pikepdf.open(office.build / "sop.pdf") as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    way = Pades(p12_signer(KeyFile.read(approver.p12(tmp_path / "a.p12")), PASSPHRASE))
    officer = officer_of(load_edition(office.spec), "pengesah")
    with pytest.raises(SopgenError, match="is encrypted"):
        way.sign(Document("sop.pdf", locked.getvalue(), "Pengesahan", "Contoh"), officer)


def test_no_other_output_speaks_of_bsre_or_of_a_signature_that_is_not_there(
    office: Office, keys: dict[str, Path]
) -> None:
    signed(office.build / "sop.docx", "--p12", keys["pengesah"])
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    for path in [*office.build.rglob("*.pdf"), office.archive / "sop.pdf"]:
        with pypdfium2.PdfDocument(path) as document:
            words = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
        assert SIGNED_BY not in words, path
        assert not any(line in words for line in BSRE_FOOT), path
    for path in office.archive.rglob("*.docx"):
        lines = " ".join(docx_lines(path.read_bytes()))
        assert "ditandatangani secara elektronik" not in lines.lower(), path


def test_a_chain_without_its_root_is_proved_by_record_or_root(
    office: Office, root: Holder, keys: dict[str, Path], tmp_path: Path
) -> None:
    """Nobody signed the intermediate certificate beside the signature but the root: a changed one must not pass."""
    between = authority("Otoritas Antara", root)
    holder = person("Personel Contoh 1", between)
    enrol(office, holder)
    signed(office.build / "sop.pdf", "--p12", holder.p12(tmp_path / "antara.p12", between))
    path = office.archive / "sop.pdf"
    assert 0 == verify(path).exit_code
    office.forget_signatures()
    assert "its chain needs its root (--trust)" in verify(path).output
    assert 0 == verify(path, "--trust", keys["root"]).exit_code


def test_an_archive_that_was_left_half_is_completed(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.docx", "--p12", keys["kasat"], by="kasat")
    for name in ("charts/A.svg", "forms/notulen.pdf"):
        (office.archive / name).unlink()
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 0 == verify(office.archive / "manifest.json").exit_code


def test_a_signature_that_was_not_recorded_is_recorded_by_the_next_run(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    kept, whole = (office.archive / "sop.pdf").read_bytes(), office.record.read_text("utf-8")
    office.forget_signatures()  # as a run leaves it that is killed in between
    other = sign(office.build / "sop.pdf", "--p12", keys["kasat"], *PLACE, by="kasat")
    assert (1, True) == (other.exit_code, "is not what the record knows" in other.output)
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert kept == (office.archive / "sop.pdf").read_bytes()
    assert whole.split() == office.record.read_text("utf-8").split()


def test_the_manifest_is_the_last_file_that_an_archive_gets(
    office: Office, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sopgen.errors import SopgenError
    from sopgen.files import write_files
    from sopgen.jobs.signing import sign as signing

    write = write_files

    def full(files: dict[Path, bytes]) -> None:
        if any(path.name == "manifest.json" for path in files):
            raise SopgenError("No space left on device")
        write(files)

    monkeypatch.setattr(signing, "write_files", full)
    assert 1 == sign(office.build / "sop.pdf", "--p12", keys["pengesah"]).exit_code
    assert not (office.archive / "manifest.json").exists()
    assert "tanda_tangan" not in office.record.read_text("utf-8")
    monkeypatch.undo()
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("SOPGEN_PASSPHRASE", "frasa sandi contoh")
    monkeypatch.chdir(office.folder)
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 0 == verify(office.archive / "manifest.json").exit_code


def test_of_two_who_sign_at_once_the_second_is_told_or_both_signatures_stay(
    office: Office, keys: dict[str, Path]
) -> None:
    import subprocess
    import sys

    words = [sys.executable, "-m", "sopgen", "sign", "build/contoh-2026/sop.pdf"]
    ways = [("pengesah", ()), ("kasat", PLACE)]
    runs = [
        subprocess.Popen(
            [*words, "--by", by, "--p12", str(keys[by]), *more],
            cwd=office.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for by, more in ways
    ]
    done = [run.wait() for run in runs]
    assert [0, 1] == sorted(done)
    assert 1 == len(records(office)) == len(proofs((office.archive / "sop.pdf").read_bytes()))
