"""Only a certificate that is registered for an official signs for him, and only its signatures count."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from tests.jobs.office import Office, enrol, run, sign, signed, verify
from tests.jobs.people import Holder, authority, issued, person

from sopgen.jobs.life.officials import same_person
from sopgen.read.load import load_unit

ADD = ("officials", "add")


def unit(office: Office) -> str:
    return (office.folder / "spec" / "satuan.yaml").read_text("utf-8")


def test_somebody_else_s_certificate_signs_for_nobody(office: Office, root: Holder, tmp_path: Path) -> None:
    for stranger in (person("Bripda Orang Lain", root), person("Personel Contoh 1", authority("Otoritas Palsu"))):
        for file in ("sop.pdf", "sop.docx"):
            made = sign(office.build / file, "--p12", stranger.p12(tmp_path / "orang.p12"))
            assert (1, True) == (made.exit_code, "is not registered for Personel Contoh 1" in made.output)
            assert "sopgen officials add" in made.output
            assert stranger.asn1.sha256.hex() in made.output
    assert not (office.archive / "sop.pdf").exists()
    assert "tanda_tangan" not in office.record.read_text("utf-8")


def test_one_official_s_certificate_does_not_sign_for_another(office: Office, keys: dict[str, Path]) -> None:
    made = sign(office.build / "sop.pdf", "--p12", keys["kasat"])
    assert (1, True) == (
        made.exit_code,
        "the certificate of Personel Contoh 2, not of Personel Contoh 1" in made.output,
    )


def test_a_signature_of_a_certificate_that_counts_no_more_fails(office: Office, keys: dict[str, Path]) -> None:
    for file in ("sop.pdf", "sop.docx"):
        signed(office.build / file, "--p12", keys["pengesah"])
        assert 0 == verify(office.archive / file).exit_code
    unit_file = office.folder / "spec" / "satuan.yaml"
    unit_file.write_text(unit(office).partition("sertifikat:")[0], "utf-8")
    for file in ("sop.pdf", "sop.docx"):
        told = verify(office.archive / file)
        assert (4, True) == (told.exit_code, "is registered for no official in satuan.yaml" in told.output)


def test_a_signature_under_another_s_name_fails(office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    text = unit(office).replace('nrp: "00000001"\n    pemilik', 'nrp: "00000002"\n    pemilik')
    (office.folder / "spec" / "satuan.yaml").write_text(text, "utf-8")
    told = verify(office.archive / "sop.pdf")
    assert (4, True) == (
        told.exit_code,
        "the certificate of Personel Contoh 1, used for Personel Contoh 1" in told.output,
    )


def test_a_certificate_is_registered_and_then_signs(office: Office, root: Holder, tmp_path: Path) -> None:
    before = unit(office)
    for way, holder in (("--p12", person("PERSONEL CONTOH 1", root)), ("--cert", person("Personel Contoh 1", root))):
        file = holder.p12(tmp_path / "baru.p12") if way == "--p12" else tmp_path / "baru.pem"
        if way == "--cert":
            file.write_bytes(holder.pem)
        made = run(*ADD, "pengesah", way, file)
        assert (0, True) == (made.exit_code, holder.asn1.sha256.hex() in made.output), made.output
        assert holder.asn1.sha256.hex() in run("officials", "list").output
        assert 0 == run(*ADD, "pengesah", way, file).exit_code  # a second time changes nothing
    assert unit(office).startswith(before)
    assert 4 == len(load_unit(office.folder / "spec" / "satuan.yaml").sertifikat)
    signed(office.build / "sop.pdf", "--p12", holder.p12(tmp_path / "baru.p12"))
    assert 0 == verify(office.archive / "sop.pdf").exit_code


@pytest.mark.usefixtures("office")
def test_a_certificate_of_another_name_needs_a_word_for_it(root: Holder, tmp_path: Path) -> None:
    other = person("P. Contoh", root)
    (tmp_path / "lain.pem").write_bytes(other.pem)
    add = (*ADD, "kasat", "--cert", tmp_path / "lain.pem")
    made = run(*add)
    assert (1, True) == (made.exit_code, 'the certificate is of "P. Contoh", not of Personel Contoh 2' in made.output)
    assert 0 == run(*add, "--holder", "P. Contoh").exit_code
    taken = run(*ADD, "pengesah", "--cert", tmp_path / "lain.pem", "--holder", "P. Contoh")
    assert (1, True) == (taken.exit_code, "registered for NRP 00000002 already" in taken.output)


def test_a_fingerprint_is_taken_as_people_write_it(office: Office, root: Holder) -> None:
    other = person("Personel Contoh 2", root)
    value = other.asn1.sha256.hex().upper()
    spaced = ":".join(value[n : n + 2] for n in range(0, 64, 2))
    assert 0 == run(*ADD, "kasat", "--fingerprint", spaced).exit_code
    assert other.asn1.sha256.hex() in unit(office)
    assert 2 == run(*ADD, "kasat", "--fingerprint", "abc").exit_code
    assert 2 == run(*ADD, "kasat").exit_code
    assert "is no official" in run(*ADD, "kapolri", "--fingerprint", spaced).output


def test_a_weak_certificate_is_refused_by_who_registers_signs_and_checks(
    office: Office, root: Holder, tmp_path: Path
) -> None:
    weak = issued("Personel Contoh 1", rsa.generate_private_key(65537, 1024), root)
    p12 = weak.p12(tmp_path / "lemah.p12", root)
    assert "its key is too weak: RSA of 1024 bits" in run(*ADD, "pengesah", "--p12", p12).output
    enrol(office, weak)
    assert "its key is too weak: RSA of 1024 bits" in sign(office.build / "sop.pdf", "--p12", p12).output


def test_the_words_of_a_name_count_not_its_case_or_degrees() -> None:
    assert same_person("Robin Lumban Raja", "ROBIN LUMBAN RAJA, S.I.K, M.SI")
    assert not same_person("Robin Raja", "ROBIN LUMBAN RAJA, S.I.K, M.SI")
