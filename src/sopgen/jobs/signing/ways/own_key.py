"""The signer's own key: PAdES in a PDF (ETSI EN 319 142-1, B-B, or B-T with a time stamp), CMS beside a Word file."""

import asyncio
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import Signer
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper
from pyhanko.stamp import StaticStampStyle

from sopgen.errors import SopgenError, VerificationFailed, with_fix
from sopgen.jobs.signing.proof.detached import detached_proof, free_path
from sopgen.jobs.signing.proof.pades import only_signed, signature_boxes
from sopgen.jobs.signing.way import SHA256, Document, Signed
from sopgen.jobs.signing.ways.appended import PagePart, Update
from sopgen.jobs.signing.ways.place import SignaturePlace, find_place, named_place, overlap, words_under
from sopgen.messages import say
from sopgen.model.base import label_of
from sopgen.model.life.record import Officer, SigningWay
from sopgen.render.signature import SignatureBlock, block_pdf

SECONDS: Final = 30
AT_ORIGIN: Final = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MIN,
    y_align=AxisAlignment.ALIGN_MIN,
    margins=Margins(0, 0, 0, 0),
    inner_content_scaling=InnerScaling.NO_SCALING,
)


@dataclass(frozen=True)
class Pades:
    """PAdES: every signer has a field of his own, with the visible block; earlier signatures stay valid."""

    signer: Signer
    time_stamps: str | None = None
    cara: SigningWay = SigningWay.PADES

    def sign(self, document: Document, officer: Officer) -> Signed:
        """Return the signed PDF. Raises SopgenError where the PDF, the place or the time-stamp server refuses."""
        with clear_errors(document.name):
            refuse_unfit(PdfFileReader(io.BytesIO(document.content)), document.name, officer)
            result = self._signed(document, officer, place_of(document, officer))
        made = only_signed(result, document.content)
        if made is None:
            raise VerificationFailed(
                with_fix(
                    say("{path}: the new signature does not hold", path=document.name),
                    say("sign again; nothing was kept"),
                )
            )
        return Signed(result, made.at, made.fingerprint, made.holder)

    def result_path(self, file: Path) -> Path:
        """Return the file itself: the signature is in it."""
        return file

    def _signed(self, document: Document, officer: Officer, place: SignaturePlace) -> bytes:
        field = field_name(officer)
        meta = PdfSignatureMetadata(
            field_name=field,
            md_algorithm=SHA256,
            subfilter=SigSeedSubFilter.PADES,
            name=officer.nama,
            reason=document.reason,
            location=document.location,
        )
        signer = PdfSigner(
            meta,
            self.signer,
            timestamper=stamper(self.time_stamps),
            stamp_style=StaticStampStyle(
                background=PagePart(block_pdf(block_of(officer, place))), background_layout=AT_ORIGIN, border_width=0
            ),
            new_field_spec=SigFieldSpec(
                field,
                on_page=place.page,
                box=place.points,  # type: ignore[arg-type]  # pyHanko rounds to hundredths itself
                readable_field_name=f"Tanda tangan elektronik {officer.nama}",
            ),
        )
        out: io.BytesIO = signer.sign_pdf(Update(io.BytesIO(document.content)))
        return out.getvalue()


@dataclass(frozen=True)
class Cms:
    """A detached signature (RFC 5652, with the signed attributes of CAdES) that lies beside a file."""

    signer: Signer
    time_stamps: str | None = None
    cara: SigningWay = SigningWay.CMS

    def sign(self, document: Document, officer: Officer) -> Signed:  # noqa: ARG002  (the shape of all ways)
        """Return the detached signature, DER. Raises SopgenError where the time-stamp server refuses."""
        now = datetime.now().astimezone()
        with clear_errors(document.name):
            signing = self.signer.async_sign_general_data(
                document.content,
                SHA256,
                use_cades=True,
                timestamper=stamper(self.time_stamps),
                signed_attr_settings=PdfCMSSignedAttributes(signing_time=now),
            )
            made = asyncio.run(signing)
        proof = detached_proof(document.content, made.dump())
        if proof.faults:
            raise VerificationFailed(say("{path}: the new signature does not hold", path=document.name))
        return Signed(made.dump(), proof.at, proof.fingerprint, proof.holder)

    def result_path(self, file: Path) -> Path:
        """Return a free name beside the file."""
        return free_path(file)


def field_name(officer: Officer) -> str:
    """Return the name of an official's signature field."""
    return f"ttd-{officer.nrp}"


def place_of(document: Document, officer: Officer) -> SignaturePlace:
    """Return where the block goes: where it was asked for, else above the official's printed name.

    Raises SopgenError where it would hide anything.
    """
    pdf = document.content
    place = named_place(document.place, pdf) if document.place else find_place(pdf, officer.nama)
    words = words_under(pdf, place.page, place.points)
    if words:
        raise SopgenError(say('the block covers words of the page: "{words}". fix: --place', words=words[:80]))
    if any(page == place.page and overlap(box, place.points) for page, box in signature_boxes(pdf)):
        raise SopgenError(say("the block covers another signature. fix: --place"))
    return place


def block_of(officer: Officer, place: SignaturePlace) -> SignatureBlock:
    """Return an official's block; where the document prints his name below, name and rank stand there already."""
    if place.named:
        return SignatureBlock(place.width, place.height, officer.jabatan)
    rank = f"{officer.pangkat} {label_of(officer.nrp)} {officer.nrp}"
    return SignatureBlock(place.width, place.height, officer.jabatan, officer.nama, rank)


def refuse_unfit(reader: PdfFileReader, name: str, officer: Officer) -> None:
    """Raise SopgenError for a PDF that nobody can sign, or that this official has signed already."""
    if reader.encrypted:
        raise SopgenError(say("{path} is encrypted. fix: sign the file of `sopgen build`", path=name))
    if any(made.field_name == field_name(officer) for made in reader.embedded_signatures):
        raise SopgenError(
            with_fix(
                say("{path} is signed by {name} already", path=name, name=officer.nama), say("look into the archive")
            )
        )


def stamper(url: str | None) -> RequestsHTTPTimeStamper | None:
    """Return the client of a time-stamp server (RFC 3161)."""
    return RequestsHTTPTimeStamper(url, timeout=SECONDS) if url else None


@contextmanager
def clear_errors(name: str) -> Iterator[None]:
    """Turn the library's errors while a file is signed into one clear line."""
    try:
        yield
    except TimestampRequestError as error:
        what = say("the time-stamp server gave no time stamp: {reason}", reason=_unstamped(error))
        raise SopgenError(with_fix(what, say("look at the address; try again, or sign without --tsa"))) from error
    except PdfError as error:
        raise SopgenError(
            with_fix(
                say("{path} is no PDF that can be signed", path=name), say("sign the file that `sopgen build` made")
            )
        ) from error
    except SigningError as error:
        raise SopgenError(
            with_fix(
                say("{path} can not be signed", path=name),
                say("sign the file that `sopgen build` made, or with another certificate"),
            )
        ) from error


def _unstamped(error: TimestampRequestError) -> str:
    """Return why there is no time stamp: pyHanko's words are English, the server's are quoted."""
    told = str(error.args[0]) if error.args else ""
    if refusal := re.search(r'statusString "(.*)", failInfo "(.*)"', told, re.DOTALL):
        return say('it refused: "{words}"', words="; ".join(filter(None, refusal.groups())) or "-")
    if "communication" in told:
        return say("it can not be reached")
    if "malformed" in told or "nonce" in told:
        return say("what it answered is no time stamp for this request")
    return say('the program that asks for it says "{words}"', words=told)
