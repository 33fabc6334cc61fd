"""Pengesahan: signatures by key at the desk, as the command line makes them; what is secret is kept nowhere."""

from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr
from tests.desk.axe import serious
from tests.jobs.folder import RECORD, REVIEWER, SPEC, begin, run, step
from tests.jobs.people import PASSPHRASE, Holder, authority, person
from tests.jobs.servers import Service, serving

from sopgen.desk.approval import screen, signing
from sopgen.desk.approval.screen import AskedEdition, ReadOut
from sopgen.desk.approval.signing import CertificateGiven, CertificatesAsked, KeySigned, ServiceSigned
from sopgen.desk.calls import HandedFile, faults
from sopgen.desk.noted import asked_by
from sopgen.errors import SopgenError
from sopgen.jobs.life.day import today_at
from sopgen.jobs.office.log import logged
from sopgen.read.load import load_approvals, load_unit

EDITION = "contoh/2026"
CHIEF = "penandatangan"


@pytest.fixture(scope="module")
def chief() -> Holder:
    return person("Personel Contoh 1", authority("Otoritas Contoh"))


@pytest.fixture(autouse=True)
def _signing_is_let(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("SOPGEN_LANG", "id")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose small edition is approved to be signed, with its files."""
    (tmp_path / "kantor").mkdir()
    folder = begin(tmp_path / "kantor")
    with monkeypatch.context() as moved:
        moved.chdir(folder)
        day = today_at(load_unit(Path("spec", "satuan.yaml"))).isoformat()
        step("ditinjau", day, *REVIEWER)
        step("siap_ditandatangani", day)
        assert 0 == run("build", SPEC, "--release").exit_code
    return folder


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    return office


def key(holder: Holder, folder: Path) -> str:
    return b64encode(holder.p12(folder / "kunci.p12").read_bytes()).decode()


def own_key(holder: Holder, folder: Path, **more: Any) -> KeySigned:
    secret = SecretStr(more.pop("sandi", PASSPHRASE))
    return KeySigned(edisi=EDITION, oleh=CHIEF, kunci=key(holder, folder), nama_kunci="k.p12", sandi=secret, **more)


def enrolled(holder: Holder, **more: Any) -> dict[str, Any]:
    given = CertificateGiven(oleh=CHIEF, nama="k.cer", isi=b64encode(holder.pem).decode(), **more)
    return dict(signing.enrolled(given))


def test_a_file_is_signed_with_an_own_key_once_its_certificate_counts(
    here: Path, chief: Holder, tmp_path: Path
) -> None:
    with pytest.raises(SopgenError) as refused:
        signing.by_key(own_key(chief, tmp_path))
    told = " ".join(str(one) for one in faults(refused.value))
    assert "Pengesahan" in told
    assert "sopgen" not in told

    assert chief.asn1.sha256.hex() == enrolled(chief)["sidik"]
    shown: Any = signing.registered(CertificatesAsked())["pejabat"]
    assert [chief.asn1.sha256.hex()] == [one["sidik"] for one in shown[0]["sertifikat"]]
    for file in ("sop.docx", "sop.pdf"):
        assert "Personel Contoh 1" == signing.by_key(own_key(chief, tmp_path, berkas=file))["pemilik"]
    kept = load_approvals(RECORD).tanda_tangan
    assert [("sop.docx", "cms"), ("sop.pdf", "pades")] == [(one.berkas, one.cara.value) for one in kept]
    archived = HandedFile("sop.pdf", (here / "arsip" / "contoh-2026" / "sop.pdf").read_bytes())
    found: Any = screen.checked(ReadOut(sidik=chief.asn1.sha256.hex()), archived)["hasil"]
    assert "fails" not in {one["putusan"] for one in found}
    assert 0 == run("verify", "arsip/contoh-2026/sop.pdf").exit_code


@pytest.mark.parametrize("wrong", [{"sandi": "salah"}, {"berkas": "sop.svg"}, {"tempat": "di bawah"}])
def test_what_is_wrong_with_a_key_is_told_and_nothing_is_written(
    here: Path, chief: Holder, tmp_path: Path, wrong: dict[str, str]
) -> None:
    enrolled(chief)
    before = RECORD.read_bytes()
    with pytest.raises(SopgenError):
        signing.by_key(own_key(chief, tmp_path, **wrong))
    assert before == RECORD.read_bytes()
    assert not list((here / "arsip").rglob("sop.*"))


def test_bsre_signs_with_what_is_typed_and_nothing_of_it_is_kept(here: Path, chief: Holder) -> None:
    enrolled(chief, pemilik="")
    service = Service(chief)
    with serving(service.answer) as url:
        asked = ServiceSigned(
            edisi=EDITION,
            oleh=CHIEF,
            alamat=url,
            akun=service.user,
            sandi_akun=SecretStr(service.password),
            nik=SecretStr(service.nik),
            sandi=SecretStr(service.passphrase),
        )
        assert "Personel Contoh 1" == signing.by_service(asked)["pemilik"]
    assert ["bsre"] == [one.cara.value for one in load_approvals(RECORD).tanda_tangan]
    secrets = [one.encode() for one in (service.password, service.nik, service.passphrase)]
    for path in here.rglob("*"):
        if path.is_file() and path.suffix != ".pdf":
            assert not any(secret in path.read_bytes() for secret in secrets), path


def test_a_service_to_which_a_passphrase_would_go_in_the_open_is_refused(here: Path) -> None:
    none = SecretStr("x")
    asked = ServiceSigned(
        edisi=EDITION, oleh=CHIEF, alamat="http://bsre.contoh", akun="a", sandi_akun=none, nik=none, sandi=none
    )
    with pytest.raises(SopgenError, match="https"):
        signing.by_service(asked)
    assert here.is_dir()


def test_a_certificate_by_its_fingerprint_counts_and_one_of_another_name_does_not(here: Path) -> None:
    print_ = "ab" * 32
    assert print_ == signing.enrolled(CertificateGiven(oleh=CHIEF, sidik=print_))["sidik"]
    stranger = person("Orang Lain", authority("Otoritas Contoh"))
    with pytest.raises(SopgenError) as refused:
        enrolled(stranger)
    told = next(iter(faults(refused.value)))
    assert "--" not in str(told)
    assert "Orang Lain" == enrolled(stranger, pemilik="Orang Lain")["pemilik"]
    assert here.is_dir()


def test_keys_and_certificates_are_taken_at_this_computer_alone(here: Path, chief: Holder, tmp_path: Path) -> None:
    before = RECORD.read_bytes()
    with asked_by("Personel Contoh 3"):
        assert signing.registered(CertificatesAsked())["pejabat"]
        for act in (lambda: signing.by_key(own_key(chief, tmp_path)), lambda: enrolled(chief)):
            with pytest.raises(SopgenError, match="komputer lain"):
                act()
    assert before == RECORD.read_bytes()
    assert "sertifikat" not in (here / "spec" / "satuan.yaml").read_text("utf-8")


def test_an_official_registers_a_certificate_and_signs_by_clicks(
    page: Page, office: Path, chief: Holder, tmp_path: Path
) -> None:
    page.get_by_role("link", name="Pengesahan", exact=True).first.click()
    page.get_by_text("Tanda tangani secara elektronik").click()
    page.get_by_role("button", name="Daftarkan sertifikat…").click()
    (tmp_path / "sertifikat.pem").write_bytes(chief.pem)
    page.get_by_label("Sertifikat (.cer").set_input_files(tmp_path / "sertifikat.pem")
    page.get_by_role("button", name="Daftarkan", exact=True).click()
    expect(page.locator("dialog .print")).to_be_visible()
    assert [] == serious(page)
    page.locator("dialog").get_by_role("button", name="Tutup").click()
    page.get_by_label("Berkas kunci").set_input_files(chief.p12(tmp_path / "kunci.p12"))
    page.get_by_label("Frasa sandinya").fill(PASSPHRASE)
    page.get_by_role("button", name="Tanda tangani dengan kunci ini").click()
    expect(page.get_by_text("Ditandatangani dengan sertifikat Personel Contoh 1.")).to_be_visible()
    assert ["tanda-tangan", "sertifikat"] == [one.apa for one in logged(office, 2)]
    assert [] == serious(page)


def test_a_certificate_is_for_the_approver_of_its_edition(here: Path, chief: Holder) -> None:
    given = CertificateGiven(oleh="pengesah", edisi=EDITION, nama="k.cer", isi=b64encode(chief.pem).decode())
    assert "Personel Contoh 1" == signing.enrolled(given)["pemilik"]
    assert "siap_ditandatangani" == screen.told(AskedEdition(edisi=EDITION))["keadaan"]
    assert here.is_dir()
