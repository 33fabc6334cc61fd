"""From how a file is to be signed to the way that signs it: ink, the signer's own key, or BSrE."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import Enum
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pyhanko.sign.signers import Signer

from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.jobs.signing.final_files import read_bytes
from sopgen.jobs.signing.keys import KeyFile, p12_signer, token_signer
from sopgen.jobs.signing.sign import SigningRequest, sign
from sopgen.jobs.signing.way import Ink, Signed, SigningMeans
from sopgen.jobs.signing.ways.bsre import Account, Bsre
from sopgen.jobs.signing.ways.own_key import Cms, Pades
from sopgen.messages import say

SCANS: Final = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


class Secret(Enum):
    """What a way may have to ask for; the value names the variable that may hold it."""

    PASSPHRASE = "SOPGEN_PASSPHRASE"
    PIN = "SOPGEN_PIN"
    USER = "SOPGEN_BSRE_USER"
    PASSWORD = "SOPGEN_BSRE_PASSWORD"
    NIK = "SOPGEN_NIK"


Ask = Callable[[Secret], str]


@dataclass(frozen=True)
class MeansRequest:
    """How a file is to be signed: by a scan, a PKCS#12 file, a token with its library, or BSrE's address."""

    scan: Path | None = None
    p12: Path | None = None
    pkcs11: Path | None = None
    token: str | None = None
    cert: str | None = None
    bsre: str | None = None
    tsa: str | None = None


def sign_by(asked: SigningRequest, how: MeansRequest, ask: Ask) -> tuple[Path, Signed]:
    """Sign a final file as it is asked; return where it is kept, and its facts (errors as `sign`).

    `ask` returns a secret when it is needed. Raises WrongUsage where no way, or more than one, is named.
    """
    _refuse_ci()
    _refuse_mixed(how, asked.day)
    with _opened(asked.path, how, ask) as means:
        return sign(asked, means)


def sign_by_ink(asked: SigningRequest, scan: bytes, name: str) -> tuple[Path, Signed]:
    """Register the scan of a signed paper, handed in by its content and its file's name (errors as `sign`)."""
    _refuse_ci()
    return sign(asked, Ink(_as_scan(scan, name), Path(name).suffix.lower()))


def sign_by_key(asked: SigningRequest, key: KeyFile, passphrase: str, tsa: str = "") -> tuple[Path, Signed]:
    """Sign with a PKCS#12 file that is handed in; `tsa`: the address of a time-stamp server (errors as `sign`)."""
    _refuse_ci()
    return sign(asked, _own_key(asked.path, p12_signer(key, passphrase), tsa or None))


def sign_by_service(asked: SigningRequest, account: Account) -> tuple[Path, Signed]:
    """Have BSrE sign with an account that is handed in (errors as `sign`)."""
    _refuse_ci()
    _refuse_open(account.url)
    return sign(asked, Bsre(account))


def _refuse_ci() -> None:
    """Raise SopgenError in CI, where no key belongs."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        what = say("CI makes siap-ditandatangani only: no key belongs there. fix: sign on the official's own PC")
        raise SopgenError(what)


def _refuse_mixed(how: MeansRequest, day: date | None) -> None:
    """Raise WrongUsage unless one way is named with what it needs."""
    if len([one for one in (how.scan, how.p12, how.pkcs11, how.bsre) if one]) != 1:
        raise WrongUsage(
            with_fix(say("not one way to sign is named"), say("name one: --scan, --p12, --pkcs11 or --bsre"))
        )
    if bool(how.scan) != bool(day):
        raise WrongUsage(
            with_fix(
                say("--scan and --date belong together; the other ways tell the day themselves"),
                say("give both, or neither"),
            )
        )
    if bool(how.pkcs11) != bool(how.token) or (how.cert and not how.pkcs11):
        raise WrongUsage(
            with_fix(
                say("--pkcs11 and --token belong together, and --cert with them"), say("give --pkcs11 and --token")
            )
        )
    if how.tsa and not (how.p12 or how.pkcs11):
        raise WrongUsage(
            with_fix(say("--tsa goes with --p12 or --pkcs11"), say("leave it out, or sign by one of these"))
        )


def _refuse_open(url: str) -> None:
    """Raise SopgenError where the passphrase could be read on its way to a service."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host))):
        what = say("{url}: the passphrase could be read on the way there. fix: an address with https://", url=url)
        raise SopgenError(what)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def _opened(file: Path, how: MeansRequest, ask: Ask) -> Iterator[SigningMeans]:
    """Give the way to sign a file, with the secrets that `ask` returns; a token's session is open as long."""
    if how.scan:
        yield Ink(_scan(how.scan), how.scan.suffix.lower())
    elif how.bsre:
        _refuse_open(how.bsre)
        asked = [ask(one) for one in (Secret.USER, Secret.PASSWORD, Secret.NIK, Secret.PASSPHRASE)]
        yield Bsre(Account(how.bsre, *asked))
    elif how.p12:
        yield _own_key(file, p12_signer(KeyFile.read(how.p12), ask(Secret.PASSPHRASE)), how.tsa)
    else:
        assert how.pkcs11 is not None
        with token_signer(how.pkcs11, how.token or "", how.cert, pin=ask(Secret.PIN)) as signer:
            yield _own_key(file, signer, how.tsa)


def _own_key(file: Path, signer: Signer, time_stamps: str | None) -> SigningMeans:
    """Return PAdES for a PDF; a detached signature for any other file."""
    return (Pades if file.suffix.lower() == ".pdf" else Cms)(signer, time_stamps)


def _scan(path: Path) -> bytes:
    return _as_scan(read_bytes(path), str(path))


def _as_scan(content: bytes, name: str) -> bytes:
    if not content.startswith(SCANS):
        raise SopgenError(
            with_fix(
                say("{path} is no scan: PDF, JPEG or PNG", path=name),
                say("scan the signed paper as PDF, JPEG or PNG"),
            )
        )
    return content
