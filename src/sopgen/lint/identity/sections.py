"""Rules over the entries of single sections: each is what its section asks for."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.identity.terms import CONSEQUENCE
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say

_ORDERS: Final = re.compile(
    r"\b(?:dilarang|jangan(?:lah)?|wajib|harus(?:lah)?|tidak (?:boleh|diperkenankan|diperbolehkan|dibenarkan)"
    r"|hendaknya|hendaklah|pastikan|supaya|diharapkan|diharuskan|diwajibkan)\b",
    re.IGNORECASE,
)
_THINGS: Final = """
kendaraan komputer laptop kamera radio printer pencetak pemindai scanner alat peralatan perlengkapan formulir buku
ruang ruangan meja kursi handphone hp ponsel telepon rompi borgol senjata mobil motor jaringan atk kertas meterai
stempel senter seragam internet lemari map tinta proyektor mikrofon megafon tenda sepeda
"""
THINGS: Final = frozenset(_THINGS.split())
_ENTRY: Final = re.compile(r"^\W*(?:\w[.)]\s*)?(?P<first>\w+)")


@rule("ID42", "info", source="Permenpan RB 35/2012, annex, identity item Peringatan", sure="A")
def each_warning_names_its_consequence(subject: Subject) -> Iterator[Finding]:
    """An entry of Peringatan that orders or forbids says what follows when it is not kept.

    Where other entries of the list say it and one does not, that one is an instruction: it belongs into a step, or
    its consequence was forgotten. Where none does, ID17 speaks. A hint.

    Wrong:
        - Petugas wajib menerima setiap laporan dengan sopan
    Right:
        - Apabila laporan ditolak tanpa alasan yang sah, petugas dapat dikenai sanksi
    """
    items = subject.sop.peringatan.isi
    if not any(CONSEQUENCE.search(item) for item in items):
        return
    for n, item in enumerate(items):
        if _ORDERS.search(item) and not CONSEQUENCE.search(item):
            what = say("the entry orders, and does not say what follows when it is not kept")
            yield Finding(("peringatan", "isi", n), what, say("add it: Apabila ..., maka ..."))


@rule("ID43", "warning", source="Permenpan RB 35/2012, annex, identity item Kualifikasi Pelaksana", sure="A")
def qualifications_are_of_people(subject: Subject) -> Iterator[Finding]:
    """Kualifikasi Pelaksana is about people, not about things.

    What the work is done with stands under Peralatan. An entry that begins with a thing, or stands there word for
    word, was put into the wrong list.

    Wrong:
        kualifikasi_pelaksana: {judul: Kualifikasi Pelaksana, isi: [Kendaraan patroli yang laik jalan]}
    Right:
        kualifikasi_pelaksana: {judul: Kualifikasi Pelaksana, isi: [Memiliki surat izin mengemudi]}
    """
    listed = {_key(item) for item in subject.sop.peralatan.isi}
    for n, item in enumerate(subject.sop.kualifikasi_pelaksana.isi):
        found = _ENTRY.match(item)
        if _key(item) in listed or (found and found["first"].casefold() in THINGS):
            what = say("the entry names a thing, not what one must know or be able to do")
            yield Finding(("kualifikasi_pelaksana", "isi", n), what, say("put it under peralatan"))


def _key(item: str) -> str:
    return " ".join(re.findall(r"\w+", item.casefold()))
