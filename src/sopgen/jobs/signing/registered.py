"""The certificates of officials in satuan.yaml: what nobody registered signs nothing here."""

from pathlib import Path
from typing import Final

from asn1crypto import x509

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.jobs.life.officials import same_person
from sopgen.jobs.signing.certificates import common_name, fingerprint, unfit
from sopgen.jobs.signing.way import Signed
from sopgen.messages import say
from sopgen.model.life.record import Officer
from sopgen.model.unit import RegisteredCertificate, Unit
from sopgen.read.load import load_unit, validated
from sopgen.read.source import parse
from sopgen.splice.append import append

KEY: Final = "sertifikat"


def register(unit_file: Path, entry: RegisteredCertificate) -> RegisteredCertificate:
    """Write a certificate into satuan.yaml; one that stands there already stays as it is.

    Raises SopgenError where it is another official's.
    """
    with one_writer(unit_file):
        known = load_unit(unit_file)
        former = next((one for one in known.sertifikat if one.sidik == entry.sidik), None)
        if former and former.nrp != entry.nrp:
            raise SopgenError(
                with_fix(
                    say("this certificate is registered for NRP {nrp} already", nrp=former.nrp),
                    say("name the certificate of this official"),
                )
            )
        if former:
            return former
        source = append(parse(unit_file), KEY, [entry.model_dump()])
        if validated(source, Unit) != known.model_copy(update={KEY: (*known.sertifikat, entry)}):
            raise SopgenError(
                say("{path} can not keep this certificate. fix: write it there by hand", path=unit_file)
            )
        write_file(unit_file, text_bytes(unit_file, source.text))
    return entry


def entry_of(officer: Officer, cert: x509.Certificate, holder: str | None = None) -> RegisteredCertificate:
    """Return a certificate as satuan.yaml keeps it; `holder`: the name in it where it is written otherwise.

    Raises SopgenError where it is not one to sign with, or names another person.
    """
    name, reason = common_name(cert), unfit(cert)
    if reason:
        raise SopgenError(say("{name}: {reason}. fix: another certificate", name=name, reason=reason))
    if holder != name and not same_person(name, officer.nama):
        what = say('the certificate is of "{holder}", not of {name}', holder=name, name=officer.nama)
        fix = say('fix: where that is the same person, --holder "{holder}"', holder=name)
        raise SopgenError(f"{what}. {fix}")
    return RegisteredCertificate(nrp=officer.nrp, pemilik=name, sidik=fingerprint(cert))


def refuse_stranger(unit: Unit, officer: Officer, signed: Signed) -> None:
    """Raise SopgenError where a signature was made with a certificate that is not registered for its official."""
    if signed.certificate in unit.certificates_of(officer.nrp):
        return
    other = next((one for one in unit.sertifikat if one.sidik == signed.certificate), None)
    if other:
        what = with_fix(
            say("this is the certificate of {owner}, not of {name}", owner=other.pemilik, name=officer.nama),
            say("sign with the own certificate"),
        )
        raise SopgenError(what)
    what = say("the certificate of {owner} is not registered for {name}", owner=signed.holder, name=officer.nama)
    command = say(
        "compare its fingerprint {print} with the official, then: {command}",
        print=signed.certificate,
        command="sopgen officials add ID --p12/--cert/--fingerprint ...",
    )
    raise SopgenError(f"{what}. {say('fix: {command}', command=command)}")
