"""A real PKCS#11 token, made by SoftHSM when the tests run: the key never leaves it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pkcs11
import pytest
from pkcs11 import Attribute, CertificateType, ObjectClass
from tests.jobs.office import Office, enrol, sign, signed, verify
from tests.jobs.people import Holder, person, person_by_rsa

from sopgen.jobs.signing.proof.pades import proofs

PIN = "246810"
LIBRARIES = [
    Path(folder, "softhsm", "libsofthsm2.so")
    for folder in ("/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/local/lib")
]


@dataclass(frozen=True)
class Token:
    """A token by its label, and the library that speaks to it."""

    library: Path
    label: str
    folder: Path

    def keep(self, holder: Holder, label: str, identifier: str) -> None:
        """Put a key and its certificate on the token."""
        key = self.folder / f"{label}.pem"
        key.write_bytes(holder.key_pem)
        _softhsm("--import", key, "--token", self.label, "--label", label, "--id", identifier, "--pin", PIN)
        self.keep_certificate(holder, label, identifier)

    def keep_certificate(self, holder: Holder, label: str, identifier: str) -> None:
        """Put a certificate without its key on the token."""
        made = {
            Attribute.CLASS: ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.LABEL: label,
            Attribute.ID: bytes.fromhex(identifier),
            Attribute.SUBJECT: holder.asn1.subject.dump(),
            Attribute.VALUE: holder.der,
        }
        opened = pkcs11.lib(str(self.library)).get_token(token_label=self.label).open(rw=True, user_pin=PIN)
        with opened as session:
            session.create_object(made)

    @property
    def words(self) -> tuple[str | Path, ...]:
        return ("--pkcs11", self.library, "--token", self.label)


def _softhsm(*words: str | Path) -> None:
    command = ["softhsm2-util", *map(str, words)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session")
def library() -> Path:
    found = [path for path in LIBRARIES if path.is_file()]
    if shutil.which("softhsm2-util") and found:
        return found[0]
    if os.environ.get("CI"):
        pytest.fail("missing in CI: softhsm2")
    pytest.skip("not installed: softhsm2")


@pytest.fixture(scope="session")
def by_rsa(root: Holder) -> Holder:
    return person_by_rsa("Personel Contoh 1", root)


@pytest.fixture(scope="session")
def token(
    library: Path, root: Holder, approver: Holder, by_rsa: Holder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Token]:
    folder = tmp_path_factory.mktemp("token")
    (folder / "isi").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'isi'}\nlog.level = ERROR\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        for label in ("pejabat", "dua", "kosong"):
            _softhsm("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "13579135")
        made = Token(library, "pejabat", folder)
        made.keep(approver, "ttd", "01")
        made.keep_certificate(root, "akar", "02")
        other = Token(library, "dua", folder)
        other.keep(approver, "ttd", "01")
        other.keep(by_rsa, "rsa", "03")
        other.keep(person("Personel Contoh 3", root, days=(-400, -35)), "lama", "02")
        yield made


@pytest.fixture(autouse=True)
def _pin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_PIN", PIN)


def test_a_token_signs_a_pdf(token: Token, office: Office, keys: dict[str, Path], approver: Holder) -> None:
    signed(office.build / "sop.pdf", *token.words)
    (proof,) = proofs((office.archive / "sop.pdf").read_bytes())
    assert (approver.asn1.sha256.hex(), ()) == (proof.fingerprint, proof.faults)
    checked = verify(office.archive / "sop.pdf", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output


def test_a_token_signs_a_word_file(token: Token, office: Office, keys: dict[str, Path]) -> None:
    signed(office.build / "sop.docx", *token.words)
    checked = verify(office.archive / "sop.docx", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output


def test_a_token_signs_by_rsa(token: Token, office: Office, keys: dict[str, Path], by_rsa: Holder) -> None:
    enrol(office, by_rsa)
    two = Token(token.library, "dua", token.folder)
    signed(office.build / "sop.pdf", *two.words, "--cert", "rsa")
    checked = verify(office.archive / "sop.pdf", "--trust", keys["root"])
    assert 0 == checked.exit_code, checked.output


def test_one_of_several_certificates_is_named(token: Token, office: Office) -> None:
    two = Token(token.library, "dua", token.folder)
    unnamed = sign(office.build / "sop.pdf", *two.words)
    assert 1 == unnamed.exit_code
    assert 'token "dua" holds several certificates. fix: name one of them by --cert: lama, rsa, ttd' in unnamed.output
    assert "has expired on" in sign(office.build / "sop.pdf", *two.words, "--cert", "lama").output
    signed(office.build / "sop.pdf", *two.words, "--cert", "ttd")


@pytest.mark.parametrize(
    ("label", "pin", "words"),
    [
        ("tidak-ada", PIN, 'no token "tidak-ada"'),
        ("pejabat", "000000", 'wrong PIN for the token "pejabat"'),
        ("pejabat", "", 'wrong PIN for the token "pejabat"'),
        ("kosong", PIN, 'token "kosong" holds no certificate with its key. fix: name another token'),
    ],
)
def test_a_token_that_does_not_do_is_told(
    label: str, pin: str, words: str, token: Token, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOPGEN_PIN", pin)
    made = sign(office.build / "sop.pdf", "--pkcs11", token.library, "--token", label)
    assert 1 == made.exit_code
    assert words in made.output
    assert not pin or pin not in made.output
    assert not office.archive.exists()


def test_a_library_that_is_none_is_told(token: Token, office: Office, tmp_path: Path) -> None:
    (tmp_path / "bukan.so").write_text("bukan pustaka", encoding="utf-8")
    made = sign(office.build / "sop.pdf", "--pkcs11", tmp_path / "bukan.so", "--token", token.label)
    assert 1 == made.exit_code
    assert "the token does not work" in made.output
