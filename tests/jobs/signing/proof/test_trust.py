"""What a certificate is judged by: the same for who signs and who checks; three ways of not being trusted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from tests.jobs.office import Office, enrol, sign, signed, verify
from tests.jobs.people import Holder, issued, person

from sopgen.jobs.signing import keys as reading

OTHER_USES = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING]


def unfit(root: Holder) -> dict[str, Holder]:
    """People whose certificates are not for documents, or too weak for them."""
    key = ec.generate_private_key(ec.SECP256R1())
    found = {
        f"{use}": issued("Personel Contoh 1", key, root, (x509.ExtendedKeyUsage([use]), False)) for use in OTHER_USES
    }
    return {
        **found,
        "no usage": issued("Personel Contoh 1", key, root, usage=False),
        "weak": issued("Personel Contoh 1", rsa.generate_private_key(65537, 1024), root),
        "another usage": person("Personel Contoh 1", root, signs=False),
    }


def test_who_signs_and_who_checks_judge_alike(
    office: Office, root: Holder, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, holder in unfit(root).items():
        enrol(office, holder)
        p12 = holder.p12(tmp_path / "tak-layak.p12", root)
        refused = sign(office.build / "sop.docx", "--p12", p12)
        assert 1 == refused.exit_code, name
        with monkeypatch.context() as patch:
            patch.setattr(reading, "fit", lambda cert: cert)
            patch.setattr("sopgen.jobs.signing.proof.detached.weakness", lambda *_: None)
            signed(office.build / "sop.docx", "--p12", p12)
        told = verify(office.archive / "sop.docx", "--trust", keys["root"])
        assert 4 == told.exit_code, name
        assert any(reason in told.output for reason in ("is not for signing documents", "its key is too weak")), name
        office.forget_signatures()
        for made in office.archive.glob("*.p7s"):
            made.unlink()


def test_a_certificate_for_e_mail_signs_documents_too(office: Office, root: Holder, tmp_path: Path) -> None:
    use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.CLIENT_AUTH])
    holder = issued("Personel Contoh 1", ec.generate_private_key(ec.SECP256R1()), root, (use, False))
    enrol(office, holder)
    signed(office.build / "sop.pdf", "--p12", holder.p12(tmp_path / "surel.p12", root))
    assert 0 == verify(office.archive / "sop.pdf").exit_code


def test_expired_since_not_valid_then_and_no_root_are_three_findings(
    office: Office, root: Holder, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "fit", lambda cert: cert)
    path = office.archive / "sop.docx"

    def told(holder: Holder, at: datetime) -> str:
        enrol(office, holder)
        with monkeypatch.context() as patch:
            patch.setattr("sopgen.jobs.signing.ways.own_key.datetime", _clock(at))
            signed(office.build / "sop.docx", "--p12", holder.p12(tmp_path / "p.p12", root))
        output = verify(path, "--trust", keys["root"]).output
        office.forget_signatures()
        for made in office.archive.glob("*.p7s"):
            made.unlink()
        return output

    now = datetime.now(UTC)
    former = person("Personel Contoh 1", root, days=(-400, -35))
    assert "has expired since" in told(former, now - timedelta(days=100))
    assert "of a root that you trust, has expired since" in told(former, now - timedelta(days=40))
    assert "but was not valid then" in told(former, now)
    assert "leads to no root that you trust" in told(person("Personel Contoh 1", _stranger()), now)


def _stranger() -> Holder:
    from tests.jobs.people import authority

    return authority("Otoritas Palsu")


def _clock(at: datetime) -> type[datetime]:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
            return at

    return Clock


def test_without_the_record_an_expired_certificate_proves_nothing(
    office: Office, root: Holder, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "fit", lambda cert: cert)
    former = person("Personel Contoh 1", root, days=(-400, -35))
    enrol(office, former)
    with monkeypatch.context() as patch:
        patch.setattr("sopgen.jobs.signing.ways.own_key.datetime", _clock(datetime.now(UTC) - timedelta(days=50)))
        signed(office.build / "sop.docx", "--p12", former.p12(tmp_path / "p.p12", root))
    assert 0 == verify(office.archive / "sop.docx", "--trust", keys["root"]).exit_code
    office.forget_signatures()
    assert 4 == verify(office.archive / "sop.docx", "--trust", keys["root"]).exit_code
