"""The commands that sign the final files and check what they prove."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sopgen.cli.exits import reported
from sopgen.errors import SopgenError
from sopgen.messages import say

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("file", type=FILE)
@click.option("--by", required=True, help="Who signs: pengesah, penandatangan, or an id of pejabat in satuan.yaml.")
@click.option("--scan", type=FILE, help="Ink: the scan of the signed paper (PDF, JPEG, PNG).")
@click.option("--date", "day", type=DAY, help="Ink: the day of signing, YYYY-MM-DD.")
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
def sign(
    file: Path, by: str, day: datetime | None, place: str, manifest: Path | None, out: Path | None, **how: Any
) -> None:
    """Sign a final file: by ink (--scan), by your own key (--p12 or --pkcs11), or through BSrE (--bsre).

    The signed file goes to the archive, a line to spec/pengesahan/. Passphrase and PIN are asked for, or taken from
    SOPGEN_PASSPHRASE and SOPGEN_PIN; the account at BSrE from SOPGEN_BSRE_USER, SOPGEN_BSRE_PASSWORD and SOPGEN_NIK.
    """
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        what = say("CI makes siap-ditandatangani only: no key belongs there. fix: sign on the official's own PC")
        raise SopgenError(what)
    _refuse_mixed(how, day)
    from sopgen.jobs.signing.sign import SigningRequest
    from sopgen.jobs.signing.sign import sign as sign_file

    asked = SigningRequest(file, by, place, day.date() if day else None, manifest, out)
    with _way(file, how) as way:
        kept, signed = sign_file(asked, way)
    if signed.holder:
        click.echo(say("signed with the certificate of {name}", name=signed.holder))
    here = Path.cwd()
    click.echo(say("made {folder}", folder=kept.relative_to(here) if kept.is_relative_to(here) else kept))


def _refuse_mixed(how: dict[str, Any], day: datetime | None) -> None:
    """Raise UsageError unless one way is named with what it needs."""
    if len([name for name in ("scan", "p12", "pkcs11", "bsre") if how[name]]) != 1:
        raise click.UsageError(say("name one way to sign: --scan, --p12, --pkcs11 or --bsre"))
    if bool(how["scan"]) != bool(day):
        raise click.UsageError(say("--scan and --date belong together: the other ways tell the day themselves"))
    if bool(how["pkcs11"]) != bool(how["token"]) or (how["cert"] and not how["pkcs11"]):
        raise click.UsageError(say("--pkcs11 and --token belong together, and --cert with them"))
    if how["tsa"] and not (how["p12"] or how["pkcs11"]):
        raise click.UsageError(say("--tsa goes with --p12 or --pkcs11"))


@contextmanager
def _way(file: Path, how: dict[str, Any]) -> Iterator[Any]:
    """Give the way to sign; a token's session is open as long."""
    from sopgen.jobs.signing.keys import p12_signer, token_signer
    from sopgen.jobs.signing.way import Ink

    if how["scan"]:
        yield Ink(_scan(how["scan"]), how["scan"].suffix.lower())
    elif how["bsre"]:
        yield _bsre(how["bsre"])
    elif how["p12"]:
        signer = p12_signer(how["p12"], _secret("SOPGEN_PASSPHRASE", say("Passphrase")))
        yield _own_key(file, signer, how["tsa"])
    else:
        pin = _secret("SOPGEN_PIN", say("PIN"))
        with token_signer(how["pkcs11"], how["token"], how["cert"], pin=pin) as signer:
            yield _own_key(file, signer, how["tsa"])


def _own_key(file: Path, signer: Any, time_stamps: str | None) -> Any:
    """Return PAdES for a PDF; a detached signature for any other file."""
    from sopgen.jobs.signing.ways.own_key import Cms, Pades

    return (Pades if file.suffix.lower() == ".pdf" else Cms)(signer, time_stamps)


def _bsre(url: str) -> Any:
    from sopgen.jobs.signing.ways.bsre import Account, Bsre

    if not url.lower().startswith(("https://", "http://127.0.0.1", "http://localhost")):
        click.echo(say("note: {url} is not https: the passphrase can be read on the way there", url=url), err=True)
    user = os.environ.get("SOPGEN_BSRE_USER") or click.prompt(say("Account at BSrE"), err=True)
    password = _secret("SOPGEN_BSRE_PASSWORD", say("Password of the account"))
    nik = os.environ.get("SOPGEN_NIK") or click.prompt(say("NIK of the signer"), err=True)
    return Bsre(Account(url, user, password, nik, _secret("SOPGEN_PASSPHRASE", say("Passphrase"))))


def _scan(path: Path) -> bytes:
    from sopgen.jobs.signing.final_files import read_bytes

    content = read_bytes(path)
    if not content.startswith((b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        raise SopgenError(say("{path} is no scan: PDF, JPEG or PNG", path=path))
    return content


def _secret(variable: str, question: str) -> str:
    """Return a secret from the environment or from who is asked; it is never an argument, which others could list."""
    told = os.environ.get(variable)
    if told is None:
        told = click.prompt(question, hide_input=True, default="", show_default=False, err=True)
    return str(told)


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--trust", multiple=True, type=FILE, help="A root certificate that you trust (PEM or DER); may be given again."
)
@click.option("--manifest", type=FILE, help="The files' manifest.json, where it lies elsewhere.")
@reported
def verify(files: tuple[Path, ...], trust: tuple[Path, ...], manifest: Path | None) -> None:
    """Say what final files prove: intact, signed by whom and when, which edition, what has changed since.

    Takes PDF, DOCX (with the .p7s files beside it), scans and manifest.json. Exit code 4 where something fails.
    """
    from sopgen.jobs.signing.proof.files import verify as findings_of
    from sopgen.jobs.signing.proof.result import Verdict
    from sopgen.jobs.signing.proof.trust import load_roots

    roots, failed = load_roots(trust), False
    for file in files:
        click.echo(str(file))
        for finding in findings_of(file, roots, manifest):
            click.echo(f"  {finding}")
            failed = failed or finding.verdict is Verdict.FAILS
    if failed:
        sys.exit(4)
