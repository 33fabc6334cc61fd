"""The commands that sign the final files, check what they prove, and keep whose certificates count."""

import os
import sys
import warnings
from dataclasses import dataclass
from datetime import date
from functools import partial
from getpass import GetPassWarning
from pathlib import Path

import click

from sopgen.cli.exits import reported
from sopgen.cli.options import FILE, FOLDER, day_option, in_record, tell_made
from sopgen.jobs.signing.enrol import EnrolRequest, certificates, enrol
from sopgen.jobs.signing.means import MeansRequest, Secret, sign_by
from sopgen.jobs.signing.proof.files import verify as findings_of
from sopgen.jobs.signing.proof.result import Verdict
from sopgen.jobs.signing.proof.signers import fingerprints
from sopgen.jobs.signing.proof.trust import load_roots
from sopgen.jobs.signing.sign import SigningRequest
from sopgen.messages import say, visible
from sopgen.model.base import label_of


@dataclass(frozen=True)
class SignOptions:
    """What `sign` takes."""

    file: Path
    by: str
    scan: Path | None
    day: date | None
    p12: Path | None
    pkcs11: Path | None
    token: str | None
    cert: str | None
    bsre: str | None
    tsa: str | None
    place: str
    manifest: Path | None
    out: Path | None

    @property
    def means(self) -> MeansRequest:
        """How the file is to be signed."""
        return MeansRequest(self.scan, self.p12, self.pkcs11, self.token, self.cert, self.bsre, self.tsa)


@click.command()
@click.argument("file", type=FILE)
@click.option("--by", required=True, help="Who signs: pengesah, penandatangan, or an id of pejabat in satuan.yaml.")
@click.option("--scan", type=FILE, help="Ink: the scan of the signed paper (PDF, JPEG, PNG).")
@day_option("--date", "day", help="Ink: the day of signing, such as 27-11-2026.")
@click.option("--p12", type=FILE, help="The signer's PKCS#12 file (.p12, .pfx).")
@click.option("--pkcs11", type=FILE, help="The library of the signer's PKCS#11 token.")
@click.option("--token", help="The token's label.")
@click.option("--cert", help="The certificate's label, where the token has several.")
@click.option("--bsre", help="The address of the unit's BSrE e-sign service.")
@click.option("--tsa", help="The address of a time-stamp server (RFC 3161).")
@click.option("--place", default="", help="Where the block goes: page,x,y (mm from the page's upper left corner).")
@click.option("--manifest", type=FILE, help="The file's manifest.json, where it lies elsewhere.")
@click.option("--out", type=FOLDER, help="The archive; arsip/ in the working folder by default.")
@reported
@in_record(SignOptions)
def sign(options: SignOptions) -> None:
    """Sign a final file: by ink (--scan), by your own key (--p12 or --pkcs11), or through BSrE (--bsre).

    The signed file goes to the archive, a line to spec/pengesahan/. Passphrase and PIN are asked for, or taken from
    SOPGEN_PASSPHRASE and SOPGEN_PIN; the account at BSrE from SOPGEN_BSRE_USER, SOPGEN_BSRE_PASSWORD and SOPGEN_NIK.
    """
    asked = SigningRequest(options.file, options.by, options.place, options.day, options.manifest, options.out)
    kept, signed = sign_by(asked, options.means, ask_secret)
    if signed.holder:
        click.echo(say("signed with the certificate of {name}", name=signed.holder))
    here = Path.cwd()
    tell_made(kept.relative_to(here) if kept.is_relative_to(here) else kept)


def ask_secret(asked: Secret) -> str:
    """Return a secret from the environment or from who is asked; it is never an argument, which others could list."""
    told = os.environ.get(asked.value)
    if asked in (Secret.USER, Secret.NIK):
        return told or str(click.prompt(_question(asked), err=True))
    return _unseen(_question(asked)) if told is None else told


def _unseen(question: str) -> str:
    """Return what is typed without being shown; where no terminal can hide it, say so."""
    hidden = partial(click.prompt, question, default="", show_default=False, err=True)
    try:
        with warnings.catch_warnings(action="error", category=GetPassWarning):
            return str(hidden(hide_input=True))
    except GetPassWarning:
        if sys.stdin.isatty():
            click.echo(say("warning: what you type now can be seen on the screen"), err=True)
        return str(hidden())


def _question(asked: Secret) -> str:
    questions = {
        Secret.PASSPHRASE: say("Passphrase"),
        Secret.PIN: say("PIN"),
        Secret.USER: say("Account at BSrE"),
        Secret.PASSWORD: say("Password of the account"),
        Secret.NIK: say("NIK of the signer"),
    }
    return questions[asked]


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--trust", multiple=True, type=FILE, help="A root certificate that you trust (PEM or DER); may be given again."
)
@click.option("--manifest", type=FILE, help="The files' manifest.json, where it lies elsewhere.")
@click.option(
    "--signer",
    multiple=True,
    metavar="FINGERPRINT",
    help="The SHA-256 of a certificate that the office read out to you; may be given again.",
)
@reported
def verify(files: tuple[Path, ...], trust: tuple[Path, ...], manifest: Path | None, signer: tuple[str, ...]) -> None:
    """Say what final files prove: intact, signed by whom and when, which edition, what has changed since.

    Takes PDF, DOCX (with the .p7s files beside it), scans and manifest.json. Exit code 4 where something fails.
    """
    roots, known, failed = load_roots(trust), fingerprints(signer), False
    for file in files:
        click.echo(visible(str(file)))
        for finding in findings_of(file, roots, manifest, known):
            click.echo(f"  {finding}")
            failed = failed or finding.verdict is Verdict.FAILS
    if failed:
        sys.exit(4)


@click.group()
def officials() -> None:
    """Keep the certificates of the officials in satuan.yaml: add, list."""


@officials.command()
@click.argument("by", metavar="ID")
@click.option("--p12", type=FILE, help="The official's PKCS#12 file (.p12, .pfx); the key in it is not kept.")
@click.option("--cert", type=FILE, help="The official's certificate (PEM or DER).")
@click.option("--fingerprint", help="The SHA-256 of a certificate that lies elsewhere, such as with BSrE.")
@click.option("--holder", help="The name in the certificate, where it is written otherwise than the official's.")
@click.option("--spec", type=FILE, help="The SOP whose approver ID `pengesah` means, where they differ.")
@reported
@in_record(EnrolRequest)
def add(asked: EnrolRequest) -> None:
    """Register the certificate that an official (ID as in `sign --by`) signs with.

    Compare the fingerprint with the official face to face: whoever is registered here can put an SOP in force.
    """
    entry = enrol(asked, lambda: ask_secret(Secret.PASSPHRASE))
    click.echo(say("NRP {nrp}: the certificate of {owner} counts", nrp=entry.nrp, owner=entry.pemilik))
    click.echo(say("fingerprint {print}: compare it with the official face to face", print=entry.sidik))


@officials.command("list")
@click.option("--spec", type=FILE, help="The SOP whose approver is shown; all by default.")
@reported
def list_all(spec: Path | None) -> None:
    """List the officials and the certificates that count for each."""
    for officer, known in certificates(spec):
        click.echo(f"{officer.nama} ({label_of(officer.nrp)} {officer.nrp}), {officer.jabatan}")
        for one in known:
            click.echo(f"    {one.sidik}  {one.pemilik}")
        if not known:
            click.echo(f"    {say('no certificate: signs on paper only')}")
