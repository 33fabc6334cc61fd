"""From what is given of an official's certificate to its line in satuan.yaml."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from asn1crypto import x509

from sopgen.errors import SopgenError, SpecError, WrongUsage, with_fix
from sopgen.jobs.life.officials import APPROVER, approvers, officers_of
from sopgen.jobs.signing.keys import KeyFile, p12_certificate
from sopgen.jobs.signing.proof.trust import certificates_in, load_roots
from sopgen.jobs.signing.registered import entry_of, register
from sopgen.messages import nearest, say
from sopgen.model.life.record import Officer
from sopgen.model.unit import RegisteredCertificate
from sopgen.read.load import load_edition, load_unit, unit_path
from sopgen.workspace import editions

# What files with a key are called (PKCS#12).
KEY_FILES: Final = (".p12", ".pfx")


@dataclass(frozen=True)
class HandedCertificate:
    """Whose certificate is to count, and the file with it: PKCS#12 by its passphrase, else PEM or DER."""

    by: str
    file: KeyFile
    passphrase: str = field(default="", repr=False)
    spec: Path | None = None
    holder: str | None = None


@dataclass(frozen=True)
class EnrolRequest:
    """Whose certificate is to count, and one way to name it; `holder`: the name in it where that differs."""

    by: str
    spec: Path | None = None
    p12: Path | None = None
    cert: Path | None = None
    fingerprint: str | None = None
    holder: str | None = None


def enrol(asked: EnrolRequest, passphrase: Callable[[], str]) -> RegisteredCertificate:
    """Register a certificate in satuan.yaml and return its line.

    Raises WrongUsage where not one certificate is named, SopgenError where it is not one that may count.
    """
    if len([one for one in (asked.p12, asked.cert, asked.fingerprint) if one]) != 1:
        raise WrongUsage(
            with_fix(say("not one certificate is named"), say("name one: --p12, --cert or --fingerprint"))
        )
    officer, unit_file = _officer(asked.by, asked.spec)
    return register(unit_file, _entry(asked, officer, passphrase))


def enrol_handed(asked: HandedCertificate) -> RegisteredCertificate:
    """Register the certificate of a file that is handed in; errors and line as `enrol`."""
    officer, unit_file = _officer(asked.by, asked.spec)
    if asked.file.name.lower().endswith(KEY_FILES):
        certificate = p12_certificate(asked.file, asked.passphrase)
    else:
        certificate = _alone(asked.file.name, certificates_in(asked.file.name, asked.file.content))
    return register(unit_file, entry_of(officer, certificate, asked.holder))


def certificates(spec: Path | None = None) -> Iterator[tuple[Officer, tuple[RegisteredCertificate, ...]]]:
    """Yield the officials in office and who approves the SOPs, each with the certificates that count for him."""
    unit = load_unit(_unit_file(spec))
    everyone = {one.nrp: one for one in (*_approvers(spec), *officers_of(unit).values())}
    for nrp, officer in everyone.items():
        yield officer, tuple(one for one in unit.sertifikat if one.nrp == nrp)


def _entry(asked: EnrolRequest, officer: Officer, passphrase: Callable[[], str]) -> RegisteredCertificate:
    if asked.fingerprint:
        value = re.sub(r"[\s:]", "", asked.fingerprint).lower()
        if not re.fullmatch(r"[0-9a-f]{64}", value):
            raise WrongUsage(
                with_fix(say("a SHA-256 fingerprint has 64 digits 0-9, a-f"), say("copy all of it")), "fingerprint"
            )
        return RegisteredCertificate(nrp=officer.nrp, pemilik=asked.holder or officer.nama, sidik=value)
    if asked.p12:
        return entry_of(officer, p12_certificate(KeyFile.read(asked.p12), passphrase()), asked.holder)
    found = load_roots([asked.cert] if asked.cert else [])
    return entry_of(officer, _alone(str(asked.cert), found), asked.holder)


def _alone(path: str, found: Sequence[x509.Certificate]) -> x509.Certificate:
    if len(found) != 1:
        raise SopgenError(say("{path} holds several certificates. fix: one alone", path=path))
    return found[0]


def _officer(by: str, spec: Path | None) -> tuple[Officer, Path]:
    unit_file = _unit_file(spec)
    known = officers_of(load_unit(unit_file))
    if by == APPROVER:
        return _one_approver(spec), unit_file
    if by not in known:
        hint = nearest(by, [APPROVER, *known])
        raise SopgenError(with_fix(say('"{id}" is no official', id=by), hint))
    return known[by], unit_file


def _one_approver(spec: Path | None) -> Officer:
    found = {one.nrp: one for one in _approvers(spec)}
    if len(found) != 1:
        names = ", ".join(one.nama for one in found.values()) or "-"
        raise SopgenError(say("who approves SOPs here: {names}. fix: name one SOP by --spec", names=names))
    return next(iter(found.values()))


def _unit_file(spec: Path | None) -> Path:
    return unit_path(spec) if spec else Path("spec", "satuan.yaml")


def _approvers(spec: Path | None) -> Iterator[Officer]:
    """Yield who approves the SOP, or those of the working folder that can be read."""
    for path in editions([spec] if spec else []):
        try:
            yield from approvers(load_edition(path))
        except SpecError:
            if spec:
                raise
