"""Rules over the chapters of a prose SOP."""

from collections.abc import Iterator
from functools import reduce
from typing import Any, Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import nearest, say
from sopgen.model.chapters import DEEPEST, SEE, ProseSop
from sopgen.model.identity import HeadStyle
from sopgen.model.printed import printed
from sopgen.model.sections import STANDARD

OWN: Final = "sopgen: chapters of a prose SOP"
# What the identity page alone prints.
OF_IDENTITY_PAGE: Final = (("bagian",), ("bentuk_kepala",), ("identitas", "baris"), ("identitas", "kendali"))
# What is printed around it alone.
BESIDE_IT: Final = ("daftar_isi", "penjelasan")


@rule("BB01", "error", source=OWN, sure="own")
def every_item_says_something(subject: Subject) -> Iterator[Finding]:
    """An item of a chapter has a heading or a text of its own.

    A number without words can not be cited, and what stands under it would hang in the air.

    Wrong:
        bab: [{judul: PENDAHULUAN, isi: [{isi: [Bahwa ...]}]}]
    Right:
        bab: [{judul: PENDAHULUAN, isi: [{judul: Umum, isi: [Bahwa ...]}]}]
    """
    for loc, item in subject.sop.items if isinstance(subject.sop, ProseSop) else ():
        if not item.judul and not item.teks:
            yield Finding(loc, say("the item has neither a heading nor a text"), say("write `judul:` or `teks:`"))


@rule("BB02", "error", source=OWN, sure="own")
def what_is_referred_to_is_there(subject: Subject) -> Iterator[Finding]:
    """`{lihat:id}` names an item of the chapters, and no two items have one id.

    The number of the item is printed in its place: with an id that is not there, or twice there, none can be.

    Wrong:
        teks: "Lihat {lihat:tamu}."   # no item has `id: tamu`
    Right:
        isi: [{id: tamu, judul: Penerimaan Tamu}, "Lihat {lihat:tamu}."]
    """
    sop = subject.sop
    if not isinstance(sop, ProseSop):
        return
    chapters = ((("bab", n), chapter.id) for n, chapter in enumerate(sop.bab))
    ids = [(loc, name) for loc, name in (*chapters, *((loc, item.id) for loc, item in sop.items)) if name]
    known = [name for _, name in ids]
    for n, (loc, name) in enumerate(ids):
        if name in known[:n]:
            yield Finding((*loc, "id"), say('id "{name}" stands above already', name=name), say("choose another id"))
    for one in printed(sop):
        for found in SEE.finditer(one.text) if one.loc[0] == "bab" else ():
            if found[1] not in known:
                yield Finding(one.loc, say('no item has the id "{id}"', id=found[1]), nearest(found[1], known))


@rule("BB03", "error", source="numbers of police letters: I. / 1. / a. / 1) / a) / (1) / (a)", sure="M")
def items_are_no_deeper_than_their_numbers(subject: Subject) -> Iterator[Finding]:
    """Items go six levels deep under a chapter: 1. / a. / 1) / a) / (1) / (a).

    Police letters have no further number, and no reader follows a text that far down.

    Wrong:
        isi: [{teks: (a), isi: [deeper still]}]   # under I. / 1. / a. / 1) / a) / (1)
    Right:
        isi: [{teks: (1), isi: [(a)]}]
    """
    for loc, _ in subject.sop.items if isinstance(subject.sop, ProseSop) else ():
        if loc.count("isi") > DEEPEST:
            what = say("the item is deeper than {count} levels, which have no number", count=DEEPEST)
            yield Finding(loc, what, say("bring it up a level, or make a chapter of its own"))


@rule("BB04", "error", source="sopgen: what is written in the spec is printed", sure="own")
def every_list_is_printed(subject: Subject) -> Iterator[Finding]:
    """Each list of a prose SOP is printed by an item that names it.

    A prose SOP has no identity page: `dasar_hukum` and the other lists stand where an item says `daftar:`. What only
    an identity page has (`bagian`, `bentuk_kepala`, rows of its own) is written as chapters; what stands around it
    (`daftar_isi`, `penjelasan`) is not printed either.

    Wrong:
        peralatan: {judul: Peralatan, isi: [Senter]}   # no item has `daftar: peralatan`
    Right:
        bab: [{judul: PELAKSANAAN, isi: [{judul: Peralatan, daftar: peralatan}]}]
    """
    sop = subject.sop
    if not isinstance(sop, ProseSop):
        return
    for loc in OF_IDENTITY_PAGE:
        said: Any = reduce(getattr, loc, sop)
        if said not in ((), HeadStyle.PERMENPAN):
            what = say('"{name}" is printed nowhere', name=loc[-1])
            yield Finding(loc, what, say("take it out: a prose SOP has no identity page"))
    for name in BESIDE_IT:
        if getattr(sop, name):
            what = say('"{name}" is printed nowhere', name=name)
            yield Finding((name,), what, say("take it out: a prose SOP has chapters, annex and signature"))
    for name in STANDARD:
        if getattr(sop, name).isi and name not in sop.printed_lists:
            what = say('"{name}" is printed nowhere', name=name)
            yield Finding((name,), what, say("add an item with `daftar: {name}`, or take the list out", name=name))


@rule("BB05", "error", source=OWN, sure="own")
def rows_have_a_cell_for_each_head(subject: Subject) -> Iterator[Finding]:
    """Each row of a table has a cell for each head, and each column one share of the width.

    A cell too many would be printed nowhere, and after one too few the others stand under the wrong head. An empty
    cell is written as null.

    Wrong:
        tabel: {kepala: [Waktu, Kegiatan], baris: [[Pukul 06.00]]}
    Right:
        tabel: {kepala: [Waktu, Kegiatan], baris: [[Pukul 06.00, Apel]]}
    """
    for loc, item in subject.sop.items if isinstance(subject.sop, ProseSop) else ():
        if item.tabel is None:
            continue
        wanted, shares = len(item.tabel.kepala), item.tabel.lebar
        lists = [(("baris", n), len(row)) for n, row in enumerate(item.tabel.baris)]
        for place, count in [*lists, *([(("lebar",), len(shares))] if shares else [])]:
            if count != wanted:
                what = say("{count} instead of {wanted}, as many as heads", count=count, wanted=wanted)
                yield Finding((*loc, "tabel", *place), what, say("write one for each head of the table"))
