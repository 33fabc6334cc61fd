"""Signatures by key at the desk: with a key file, through BSrE; and whose certificates count.

Keys, passphrases and accounts come with the call that needs them. None is kept, logged or told again.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from pydantic import SecretStr
from starlette.routing import BaseRoute

from sopgen.desk.approval.standing import standing
from sopgen.desk.calls import Answer, Values, content_of, reading, writing
from sopgen.desk.noted import noted, refuse_guest
from sopgen.desk.office import edition_file
from sopgen.desk.session.opened import closed
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.life.officials import APPROVER, officers_of
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.signing.enrol import EnrolRequest, HandedCertificate, certificates, enrol, enrol_handed
from sopgen.jobs.signing.keys import KeyFile
from sopgen.jobs.signing.means import sign_by_key, sign_by_service
from sopgen.jobs.signing.sign import SigningRequest
from sopgen.jobs.signing.to_sign import files_to_sign, folder_of
from sopgen.jobs.signing.ways.bsre import Account
from sopgen.messages import say
from sopgen.model.life.record import FINAL
from sopgen.read.load import load_edition, load_unit

UNIT_FILE: Final = Path("spec", "satuan.yaml")


class ToSign(Values):
    """A file that was made of an edition, who signs it, and where its block goes (page,x,y in mm; empty: above)."""

    edisi: str
    oleh: str = APPROVER
    berkas: str = FINAL
    tempat: str = ""

    @property
    def request(self) -> SigningRequest:
        """The same as the jobs know it. Raises SopgenError where no such file was made."""
        path = edition_file(self.edisi)
        closed(path)
        edition = load_edition(path)
        if self.berkas not in files_to_sign(edition):
            raise SopgenError(with_fix(say("this file is not made yet"), say("make the files first")))
        return SigningRequest(folder_of(edition) / self.berkas, self.oleh, self.tempat.strip())


class KeySigned(ToSign):
    """The signer's key file (base64) with its passphrase, and the address of a time-stamp server or none."""

    kunci: str
    nama_kunci: str
    sandi: SecretStr
    cap_waktu: str = ""


class ServiceSigned(ToSign):
    """BSrE's address, the unit's account there, the signer's NIK and passphrase."""

    alamat: str
    akun: str
    sandi_akun: SecretStr
    nik: SecretStr
    sandi: SecretStr


class CertificateGiven(Values):
    """Whose certificate counts: as a file (base64) or by its fingerprint; `pemilik`: the name in it where it differs.

    `edisi` is the edition whose approver is meant; empty for officials of the unit.
    """

    oleh: str
    edisi: str = ""
    isi: str = ""
    nama: str = ""
    sandi: SecretStr = SecretStr("")
    sidik: str = ""
    pemilik: str = ""

    @property
    def spec(self) -> Path | None:
        """The edition's file."""
        return edition_file(self.edisi) if self.edisi else None


class CertificatesAsked(Values):
    """The edition whose approver is shown, too; all of them where none is named."""

    edisi: str = ""


def routes() -> Sequence[BaseRoute]:
    """Return the routes of signatures by key."""
    signed = LoggedAct.SIGNED
    return [
        writing("/api/pengesahan/kunci", KeySigned, noted(signed, by_key, _file_words)),
        writing("/api/pengesahan/bsre", ServiceSigned, noted(signed, by_service, _file_words)),
        reading("/api/sertifikat", CertificatesAsked, registered),
        writing("/api/sertifikat", CertificateGiven, noted(LoggedAct.CERTIFICATE, enrolled, _whose)),
    ]


def by_key(asked: KeySigned) -> Answer:
    """Sign a file with the signer's own key; return where the edition stands then."""
    refuse_guest()
    key = KeyFile(asked.nama_kunci, content_of(asked.kunci))
    _, signed = sign_by_key(asked.request, key, asked.sandi.get_secret_value(), asked.cap_waktu.strip())
    return {**_standing(asked), "pemilik": signed.holder}


def by_service(asked: ServiceSigned) -> Answer:
    """Have BSrE sign a file; return where the edition stands then."""
    refuse_guest()
    secrets = (asked.sandi_akun, asked.nik, asked.sandi)
    account = Account(asked.alamat.strip(), asked.akun, *(one.get_secret_value() for one in secrets))
    _, signed = sign_by_service(asked.request, account)
    return {**_standing(asked), "pemilik": signed.holder}


def _standing(asked: ToSign) -> Answer:
    return standing(load_edition(edition_file(asked.edisi)))


def _file_words(asked: ToSign, _: Answer) -> str:
    """Return the edition and its file for the log."""
    return f"{asked.edisi}: {asked.berkas}"


def registered(asked: CertificatesAsked) -> Answer:
    """Return the officials with the certificates that count for each."""
    spec = edition_file(asked.edisi) if asked.edisi else None
    return {
        "pejabat": [
            {
                "nama": one.nama,
                "pangkat": one.pangkat,
                "jabatan": one.jabatan,
                "nrp": one.nrp,
                "sertifikat": [{"pemilik": cert.pemilik, "sidik": cert.sidik} for cert in known],
            }
            for one, known in certificates(spec)
        ],
        "dapat": [[name, f"{one.pangkat} {one.nama}"] for name, one in officers_of(load_unit(UNIT_FILE)).items()],
    }


def enrolled(asked: CertificateGiven) -> Answer:
    """Register a certificate; return it, to compare its fingerprint with the official face to face."""
    refuse_guest()
    closed(UNIT_FILE)
    holder = asked.pemilik.strip() or None
    if asked.sidik.strip():
        request = EnrolRequest(asked.oleh, asked.spec, fingerprint=asked.sidik, holder=holder)
        entry = enrol(request, asked.sandi.get_secret_value)
    else:
        file = KeyFile(asked.nama, content_of(asked.isi))
        entry = enrol_handed(HandedCertificate(asked.oleh, file, asked.sandi.get_secret_value(), asked.spec, holder))
    return {"pemilik": entry.pemilik, "sidik": entry.sidik, "nrp": entry.nrp}


def _whose(_: CertificateGiven, answer: Answer) -> str:
    return str(answer["sidik"])[:16]
