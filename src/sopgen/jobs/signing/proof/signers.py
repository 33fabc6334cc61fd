"""Whose signatures count: by satuan.yaml, by the record or its copy in the archive, by who reads, by the document.

An intact signature proves a key, not that its holder has anything to sign here. Where nothing knows him, that fails:
a stranger's signature may bring new words into the room that a signed page has left.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

import pypdfium2
from lxml import etree

from sopgen.errors import WrongUsage, with_fix
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.pades import Proof
from sopgen.jobs.signing.proof.result import Statement, fails, holds
from sopgen.jobs.signing.proof.trust import Chain
from sopgen.jobs.signing.records import COPY
from sopgen.messages import say

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Bytes of the main part of a Word file that are looked through for names.
MOST: Final = 20_000_000
UNREADABLE: Final = (
    pypdfium2.PdfiumError,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    LookupError,  # without its main part
    RuntimeError,  # with a password, or packed in a way that is not known
)


def fingerprints(typed: Sequence[str]) -> frozenset[str]:
    """Return the SHA-256 of certificates, typed in groups or not. Raises WrongUsage for what is none."""
    found = {re.sub(r"[\s:]", "", one).lower() for one in typed}
    if any(not re.fullmatch("[0-9a-f]{64}", one) for one in found):
        raise WrongUsage(
            with_fix(say("a SHA-256 fingerprint has 64 digits 0-9, a-f"), say("copy all of it")), "signer"
        )
    return frozenset(found)


def owner(number: int, proof: Proof, known: Evidence, content: bytes) -> Iterator[Statement]:
    """Yield whose certificate a signature was made with: names in certificates are what anybody writes there.

    Where the unit's satuan.yaml is here, it alone decides.
    """
    if known.edition is not None:
        yield from _registered(number, proof, known)
    elif proof.fingerprint in known.signers:
        yield holds(say("signature {n}: the certificate whose fingerprint you gave", n=number))
    elif entry := known.signed_with(proof.fingerprint):
        yield _recorded(number, entry.oleh.nama, known)
    elif known.records:
        yield _stranger(number, proof, known)
    elif proof.chain is Chain.TRUSTED and _prints(content, proof.holder):
        yield holds(say("signature {n}: the document prints the name of {name}", n=number, name=proof.holder))
    else:
        yield _unknown(number, proof)


def _recorded(number: int, name: str, known: Evidence) -> Statement:
    if known.copied:
        return holds(say("signature {n}: {file} beside it names {name}", n=number, file=COPY, name=name))
    return holds(say("signature {n}: the record names {name} with this certificate", n=number, name=name))


def _stranger(number: int, proof: Proof, known: Evidence) -> Statement:
    where = say("{file} beside it", file=COPY) if known.copied else say("the record")
    what = say(
        "signature {n}: {name} ({print}) is none of those who signed, as {where} says",
        n=number,
        name=proof.holder,
        print=proof.fingerprint,
        where=where,
    )
    return fails(with_fix(what, say("ask the office that signs what its files say")))


def _unknown(number: int, proof: Proof) -> Statement:
    what = say(
        "signature {n}: nothing here proves that {name} ({print}) signs for the office",
        n=number,
        name=proof.holder,
        print=proof.fingerprint,
    )
    fix = say(
        "put {file} of its archive beside manifest.json, or name by --signer the fingerprint that the office tells",
        file=COPY,
    )
    return fails(with_fix(what, fix))


def _registered(number: int, proof: Proof, known: Evidence) -> Iterator[Statement]:
    assert known.edition is not None
    own = next((one for one in known.edition.unit.sertifikat if one.sidik == proof.fingerprint), None)
    entry = known.signed_with(proof.fingerprint)
    claimed = proof.claimed or (entry.oleh.nrp if entry else "")
    if own is None:
        words = say(
            "signature {n}: its certificate ({print}) is registered for no official in satuan.yaml",
            n=number,
            print=proof.fingerprint,
        )
        yield fails(words)
    elif claimed not in ("", own.nrp):
        who = entry.oleh.nama if entry else claimed
        yield fails(
            say("signature {n}: the certificate of {owner}, used for {name}", n=number, owner=own.pemilik, name=who)
        )
    else:
        yield holds(say("signature {n}: the certificate that is registered for NRP {nrp}", n=number, nrp=own.nrp))


def _prints(content: bytes, name: str) -> bool:
    """Tell whether a line of the document itself, without what signatures show, is the name."""
    try:
        return bool(_plain(name)) and _plain(name) in {_plain(line) for line in _lines(content)}
    except UNREADABLE:
        return False


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lines(content: bytes) -> Iterator[str]:
    if content.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(content) as document:
            for page in document:
                yield from page.get_textpage().get_text_bounded().splitlines()
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open("word/document.xml") as part:
            body = etree.fromstring(part.read(MOST), etree.XMLParser(resolve_entities=False))
        for paragraph in body.iter(f"{W}p"):
            yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
