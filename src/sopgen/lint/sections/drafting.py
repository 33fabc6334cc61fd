"""Rules over the wording of the decree, and over references to parts that there are not."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.bearing import office_in
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import texts, words_alone
from sopgen.messages import closest, say
from sopgen.model.law.decree import Decree, DecreeForm
from sopgen.model.people.post import full_post
from sopgen.model.printed import Printed
from sopgen.model.sop import Sop
from sopgen.model.unit import TITLES

_MUCH: Final = 0.84
_ARTICLE: Final = re.compile(
    r"\bsebagaimana dimaksud (?:dalam|pada) (?P<word>pasal|ayat|angka|butir|poin) (?P<to>[a-z])\b", re.I
)
_ANNEX: Final = re.compile(
    r"\bLampiran (?:ke-?)?(?P<number>[IVX]+|\d{1,2})\b(?! (?:Undang|Peraturan|Keputusan(?! ini)|Perkap|Perpol|PP))",
    re.I,
)
_ACT: Final = {DecreeForm.DECREE: "keputusan", DecreeForm.REGULATION: "peraturan"}
_ACTIVITY: Final = re.compile(
    r"\b(?i:lihat|kembali ke|lanjut ke|dilanjutkan ke|menurut|sesuai|pada|dalam) (?i:kegiatan|prosedur|huruf|bagian) "
    r"(?P<letter>[A-Z])\b(?!\.\w)"
)
_SOP: Final = re.compile(
    r"\b(?i:lihat|sesuai|sesuai dengan|menurut|mengikuti|berdasarkan|merujuk(?: pada)?|mengacu(?: pada)?) SOP "
    r"(?P<name>[A-Z][\w-]*(?: (?:dan|atau|di|ke|dari|oleh|pada|untuk|[A-Z][\w-]*))*)"
)


@rule(
    "ID85",
    "warning",
    source="UU 12/2011, annex II: considerations begin with bahwa and are counted by letters",
    sure="A",
)
def the_decree_is_worded_as_one_act(subject: Subject) -> Iterator[Finding]:
    """The decree speaks of itself by one name, and its considerations begin with bahwa.

    A keputusan that calls itself a peraturan was put together of two; the considerations are letters (huruf a), not
    articles; the post under it is that of the unit's own kind of office; and a sole annex has no number.

    Wrong:
        menimbang: [penerimaan harus tertib;]   # isi: [Peraturan ini mulai berlaku ...]
    Right:
        menimbang: [bahwa penerimaan harus tertib;]   # isi: [Keputusan ini mulai berlaku ...]
    """
    decree: Decree | None = getattr(subject.sop, "keputusan", None)
    if decree is None:
        return
    for n, text in enumerate(decree.menimbang):
        loc: Loc = ("keputusan", "menimbang", n)
        if not re.match(r"\W*(?:[a-z]\. )?bahwa\b", text):
            yield Finding(
                loc, say("the consideration does not begin with bahwa"), say('write "{right}"', right="bahwa ...")
            )
        if found := _ARTICLE.search(text):
            what = say('"{text}" is written in another way', text=found[0])
            yield Finding(loc, what, say('write "{right}"', right=f"huruf {found['to']}"))
    yield from _named_otherwise(decree)
    own, named = office_in(full_post(subject.unit.penandatangan.chief)), office_in(full_post(decree.jabatan))
    if own and named and own.family != named.family:
        what = say('"{text}" does not name {place}', text=decree.jabatan, place=subject.unit.penandatangan.chief)
        yield Finding(("keputusan", "jabatan"), what, say("correct one of the two"))


def _named_otherwise(decree: Decree) -> Iterator[Finding]:
    own = _ACT[decree.bentuk]
    other = next(name for name in _ACT.values() if name != own)
    places: list[tuple[Loc, str]] = [(("keputusan", "judul", 0), decree.judul[0])]
    places += [(("keputusan", "menetapkan"), decree.menetapkan)]
    for loc, text in places:
        if text.casefold().startswith(f"{other} "):
            yield Finding(
                loc, say('"{text}", but the act is a {name}', text=text, name=own), say("correct one of the two")
            )
    for n, text in enumerate(decree.isi):
        if re.search(rf"\b{other} ini\b", text, re.IGNORECASE):
            what = say('"{text}", but the act is a {name}', text=f"{other} ini", name=own)
            yield Finding(("keputusan", "isi", n), what, say("correct one of the two"))
        annexes = {found["number"].upper() for one in decree.isi for found in _ANNEX.finditer(one)}
        if (found := _ANNEX.search(text)) and "I" not in annexes and "1" not in annexes:
            yield Finding(
                ("keputusan", "isi", n),
                say('"{text}": there is no annex before it', text=found[0]),
                say("leave the number out, or name the others"),
            )


@rule("ID86", "info", source="sopgen: a reference leads to a part that there is", sure="own")
def references_lead_to_parts_that_there_are(subject: Subject) -> Iterator[Finding]:
    """A text that sends the reader to an activity, an annex or another SOP names one that there is.

    The activities have letters, the SOPs that this one leans on stand under Keterkaitan, and an annex by number is
    printed with the SOP only where a form belongs to it. A hint.

    Wrong:
        keterangan: [Lihat kegiatan D]   # kegiatan: A, B
    Right:
        keterangan: [Lihat kegiatan B]
    """
    sop = subject.sop
    letters = {activity.id.upper() for activity in sop.kegiatan}
    letters |= {found[1] for activity in sop.kegiatan if (found := re.match(r"([A-Z])\.", activity.judul))}
    related = [words_alone(name) for name in (*sop.keterkaitan.isi, sop.judul, *_referred(sop))]
    for one in texts(subject, {Printed.WORDS}):
        if one.in_unit or one.at.loc[0] != "kegiatan":
            continue
        for found in _ACTIVITY.finditer(one.text):
            if all(len(letter) == 1 for letter in letters) and found["letter"] not in letters:
                what = say('"{text}": there are {letters}', text=found[0], letters=", ".join(sorted(letters)))
                yield one.finding(what, say("refer to one that there is"))
        for found in _SOP.finditer(one.text):
            name = words_alone(f"SOP {found['name']}")
            if not any(name in other or other in name or closest(name, [other], 0.9) for other in related):
                what = say('"{name}" does not stand under Keterkaitan', name=f"SOP {found['name']}")
                yield one.finding(what, say("add it there, or correct the name"))
        found = re.search(r"\bLampiran (?:[IVX]+|\d{1,2}) (?:SOP|prosedur) ini\b", one.text, re.IGNORECASE)
        if found and not re.search(r"lampiran", " ".join(own.judul or "" for own in sop.bagian), re.IGNORECASE):
            yield one.finding(
                say('"{text}": the SOP has no such annex', text=found[0]),
                say("name the form or record that is meant"),
            )


def _referred(sop: Sop) -> list[str]:
    return [step.rujukan for activity in sop.kegiatan for step in activity.alur if step.rujukan]


@rule("TO12", "info", source="titles of letters in use: SURAT PERINTAH, SURAT PERINTAH TUGAS, SURAT TUGAS", sure="B")
def titles_of_letters_are_spelt_right(subject: Subject) -> Iterator[Finding]:
    """The title of the task order is one that is in use, spelt as it is.

    It stands in the middle of every letter. One that is nearly SURAT PERINTAH is a slip of the keys; another word
    after it (JALAN) is the title of another letter. A hint.

    Wrong:
        surat_perintah: {judul: SURAT PRINTAH}
    Right:
        surat_perintah: {judul: SURAT PERINTAH}
    """
    title = " ".join(subject.unit.surat_perintah.title.upper().split())
    known = sorted({*TITLES.values(), "SURAT PERINTAH TUGAS", "SURAT PERINTAH", "SURAT TUGAS"})
    near = closest(title, known, _MUCH)
    longer = re.match(r"SURAT PERINTAH (?:JALAN|PENYIDIKAN|PENYELIDIKAN|PENANGKAPAN|PENAHANAN)$", title)
    if title not in known and (near or longer):
        what = say('"{text}" is no title of a task order', text=title)
        yield Finding(
            ("surat_perintah", "judul"), what, say('write "{right}"', right=near or "SURAT PERINTAH"), in_unit=True
        )
