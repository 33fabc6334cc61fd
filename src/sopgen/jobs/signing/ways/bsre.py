"""BSrE's e-sign service: the final PDF goes there, the signed one comes back; the official's key stays with BSrE.

The protocol is that of the clients in use (OpenSID/E-Sign-BSrE, pemkotbekasi/node-esign-BSrE): POST api/sign/pdf
with HTTP basic authentication and a form of file, nik, passphrase and tampilan; the answer is the signed PDF with the
header id_dokumen, or JSON with `error`. No message, log or record holds a password, a passphrase or a NIK.
"""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import requests
from pyhanko.pdf_utils.reader import PdfFileReader

from sopgen.errors import SopgenError, VerificationFailed, with_fix
from sopgen.jobs.signing.proof.pades import only_signed
from sopgen.jobs.signing.way import Document, Signed
from sopgen.jobs.signing.ways.bsre_page import footed, words_at_foot
from sopgen.jobs.signing.ways.own_key import block_of, clear_errors, place_of, refuse_unfit
from sopgen.messages import say
from sopgen.model.life.record import Officer, SigningWay

SECONDS: Final = 60
REGISTERED: Final = "ISSUE"
HIDDEN: Final = "***"


@dataclass(frozen=True)
class Account:
    """The unit's account at a service, and the official's NIK and passphrase; nothing of it is ever shown."""

    url: str
    user: str = field(repr=False)
    password: str = field(repr=False)
    nik: str = field(repr=False)
    passphrase: str = field(repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no message may show."""
        return tuple(filter(None, (self.passphrase, self.password, self.nik)))


@dataclass(frozen=True)
class Bsre:
    """PAdES by BSrE. The page foot and the block are printed before, since nothing may be after."""

    account: Account
    seconds: float = SECONDS
    cara: SigningWay = SigningWay.BSRE

    def sign(self, document: Document, officer: Officer) -> Signed:
        """Return the PDF that BSrE signed.

        Raises SopgenError where the service refuses, VerificationFailed where it returns anything but the PDF that
        was sent and one signature more.
        """
        with clear_errors(document.name):
            reader = PdfFileReader(io.BytesIO(document.content))
            refuse_unfit(reader, document.name, officer)
            if reader.embedded_signatures:
                raise SopgenError(
                    with_fix(
                        say("{path} is signed already: BSrE signs first", path=document.name),
                        say("begin with the file that `sopgen build` made"),
                    )
                )
            words = words_at_foot(document.content)
            if words:
                raise SopgenError(
                    with_fix(
                        say('BSrE\'s page foot would cover words: "{words}"', words=words[:80]),
                        say("leave the last lines of the pages empty in the template"),
                    )
                )
            place = place_of(document, officer)
            sent = footed(document.content, block_of(officer, place), place)
        self._refuse_unregistered()
        answer = self._ask("POST", "api/sign/pdf", self._form(document, sent))
        made = only_signed(answer.content, sent)
        if made is None:
            what = say("the service returned another file than {path} with one signature more", path=document.name)
            raise VerificationFailed(f"{what}. {say('Nothing was kept.')}")
        return Signed(
            answer.content, made.at, made.fingerprint, made.holder, answer.headers.get("id_dokumen") or None
        )

    def result_path(self, file: Path) -> Path:
        """Return the file itself: the signature is in it."""
        return file

    def _form(self, document: Document, sent: bytes) -> dict[str, tuple[str | None, bytes | str]]:
        return {
            "file": (document.name.rpartition("/")[2], sent),
            "nik": (None, self.account.nik),
            "passphrase": (None, self.account.passphrase),
            "tampilan": (None, "invisible"),
            "reason": (None, document.reason),
            "location": (None, document.location),
        }

    def _refuse_unregistered(self) -> None:
        """Raise SopgenError where the official has no certificate in force, before a passphrase is sent."""
        answer = self._ask("GET", f"api/user/status/{self.account.nik}")
        told = _json(answer)
        if told.get("status") != REGISTERED:
            reason = self._clean(told.get("message") or told.get("status") or "-")
            raise SopgenError(
                with_fix(
                    say("BSrE: the signer has no certificate in force: {reason}", reason=reason),
                    say("ask the unit's administrator of BSrE"),
                )
            )

    def _ask(
        self, method: str, path: str, form: dict[str, tuple[str | None, bytes | str]] | None = None
    ) -> requests.Response:
        account = self.account
        try:
            answer = requests.request(
                method,
                f"{account.url.rstrip('/')}/{path}",
                auth=(account.user, account.password),
                files=form,
                timeout=self.seconds,
                # What is sent is for this server alone.
                allow_redirects=False,
            )
        except requests.Timeout:
            raise SopgenError(say("BSrE: no answer in {seconds} s. fix: try again", seconds=self.seconds)) from None
        except requests.RequestException as error:
            # Its own words name the address, and with it the NIK.
            reason = type(error).__name__
            raise SopgenError(
                with_fix(
                    say("BSrE: the service can not be reached ({reason})", reason=reason),
                    say("look at the address and the network"),
                )
            ) from None
        if answer.status_code != requests.codes.ok:
            told = _json(answer)
            reason = self._clean(told.get("error") or told.get("message") or "-")
            status = answer.status_code
            raise SopgenError(
                with_fix(
                    say("BSrE: refused with status {status}: {reason}", status=status, reason=reason),
                    say("ask the unit's administrator of BSrE"),
                )
            )
        return answer

    def _clean(self, text: object) -> str:
        """Return the service's words without what was sent to it."""
        words = str(text)
        for secret in self.account.secrets:
            words = words.replace(secret, HIDDEN)
        return words


def _json(answer: requests.Response) -> dict[str, object]:
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
