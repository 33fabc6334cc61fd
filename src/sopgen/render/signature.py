"""What a signature looks like on paper: the block of an electronic signature, and the page foot that BSrE asks for.

Both are printed by the way of signing that makes them true and by no other (PP 71/2019 Pasal 60 tells certified
electronic signatures apart; a page that speaks of one that is not there would be a false statement).
"""

import json
from dataclasses import asdict, dataclass
from typing import Final

import typst

from sopgen.render.fonts import fonts

SIGNED_BY: Final = "Ditandatangani secara elektronik oleh:"
# The words of the footers in use (Kementerian Keuangan, BKN SE 3/2022).
BSRE_FOOT: Final = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
    "yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara.",
)
FOOT_HEIGHT: Final = 9.0

PAGE: Final = """
#let d = json(bytes(sys.inputs.data))
#set page(width: d.width * 1mm, height: d.height * 1mm, margin: 0mm, fill: none)
#set text(font: "Arimo", lang: "id", size: 9pt, top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0.15em, spacing: 0.3em)
"""
BLOCK: Final = f"""{PAGE}
#align(center, {{
  d.head
  linebreak()
  d.post
  if d.name != "" {{
    v(1fr)
    underline(offset: 1.5pt, strong(d.name))
    linebreak()
    d.rank
  }}
}})
"""
FOOT: Final = f"""{PAGE}
#set text(size: 7pt)
#set align(center)
#d.words.join(linebreak())
"""


@dataclass(frozen=True)
class SignatureBlock:
    """The block of one signature and its size in millimetres.

    Where the document prints name and rank below the block already, both are empty here.
    """

    width: float
    height: float
    post: str
    name: str = ""
    rank: str = ""


def block_pdf(block: SignatureBlock) -> bytes:
    """Return the block as a page of its size: who signed in which post, room, then name and rank."""
    return _compile(BLOCK, {**asdict(block), "head": SIGNED_BY})


def foot_pdf(width: float) -> bytes:
    """Return the page foot of documents signed through BSrE, as wide as the page (millimetres)."""
    return _compile(FOOT, {"width": width, "height": FOOT_HEIGHT, "words": list(BSRE_FOOT)})


def _compile(page: str, data: dict[str, object]) -> bytes:
    compiler = typst.Compiler(page.encode(), font_paths=fonts())
    told = json.dumps(data, ensure_ascii=False, sort_keys=True)
    # Only the page of this PDF goes on, so its date does not matter; its fonts and colours must be those of PDF/A.
    pdf = compiler.compile(
        format="pdf", pdf_standards=["a-2b"], pdf_tags=False, timestamp=0, sys_inputs={"data": told}
    )
    assert isinstance(pdf, bytes)
    return pdf
