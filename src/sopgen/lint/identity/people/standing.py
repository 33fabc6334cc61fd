"""Rules over how the approver is written: his name, his degrees, his rank, his post."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.identity.numbers import officials
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.identity import Identity
from sopgen.model.people.person import Rank, rank
from sopgen.model.people.post import full_post

_WOMAN: Final = re.compile(r"^(?:(?:Dra|Hj|Ny|Nn)\b\.?|(?:[A-Z][a-z]*\. )*(?:Dra|Hj)\.)")
_MAN: Final = re.compile(r"^(?:[A-Z][a-z]*\. )*(?:Drs|H)\.? (?=[A-Z])")
_DEGREE: Final = re.compile(r"(?<=[A-Za-z]{2}) (?P<degree>(?:[SMD]\.(?:[A-Z][a-z]{0,4}\.)+|A\.Md\.\S*|Ph\.D\.))")
_SHORTER: Final = ("kombes", "brigjen", "irjen", "komjen")
_NIP: Final = 18
_SEX: Final = 14
# Who heads an office of a regency, a town or a province holds one of these ranks; from memory.
_HEADS: Final = re.compile(
    r"^KEPALA (?:DINAS|BADAN|INSPEKTORAT|SATUAN POLISI PAMONG PRAJA)\b|^INSPEKTUR\b|^SEKRETARIS DAERAH\b"
)
_TOP: Final = ("IV/a", "IV/b", "IV/c", "IV/d", "IV/e")


@rule("ID82", "warning", source="NIP: the 15th digit is the sex; EYD edition V: degrees; PP 11/2017: ranks", sure="M")
def the_approver_is_written_as_he_is(subject: Subject) -> Iterator[Finding]:
    """Name, degrees, rank and number of who approves fit each other.

    A comma parts the name from the degrees; the name is in capitals in one place as in the other; Dra. and Hj. are
    women, Drs. men, and so says the NIP; Tingkat I has a Roman figure; who heads a Dinas or a Badan is a Pembina at
    least; and the official of satuan.yaml has one post. Where one signature of the head has its rank in full, the
    others have it, too: AJUN INSPEKTUR POLISI DUA, not AIPDA.

    Wrong:
        pengesah: {nama: Dra. MARYAM ISHAK M.Si., pangkat: PENATA MUDA, nrp: "197108221994031006"}
    Right:
        pengesah: {nama: "Dra. MARYAM ISHAK, M.Si.", pangkat: PEMBINA UTAMA MUDA, nrp: "197108221994032006"}
    """
    identity, unit = subject.sop.identitas, subject.unit
    names: dict[Loc, str] = {
        ("identitas", "pengesah"): identity.pengesah.nama,
        ("penandatangan",): unit.penandatangan.nama,
    }
    for loc, held, number, in_unit in officials(subject):
        if text := re.search(r"(?i)\b(?:tingkat|tk\.?) ?[1l]\b", held):
            what = say('"{text}" is written in another way', text=text[0])
            yield Finding((*loc, "pangkat"), what, say('write "{right}"', right="TINGKAT I"), in_unit)
        if len(number) == _NIP and (wrong := _other_sex(names.get(loc, ""), number)):
            yield Finding((*loc, "nrp"), wrong, say("look it up in the official's papers"), in_unit)
    for loc, name in names.items():
        if found := _DEGREE.search(name):
            what = say('no comma stands before "{degree}"', degree=found["degree"])
            right = f"{name[: found.start()]}, {found['degree']}"
            yield Finding((*loc, "nama"), what, say('write "{right}"', right=right), len(loc) == 1)
    yield from _unlike(subject)
    yield from _shortened(identity)
    named, post = rank(identity.pengesah.pangkat), identity.disahkan_oleh.nilai.upper().strip()
    if named and named.grade and named.grade not in _TOP and _HEADS.match(post):
        what = say("the post {post} does not go with the rank {rank}", post=post, rank=identity.pengesah.pangkat)
        fix = say("correct one of them: this post has {ranks}", ranks="Pembina (IV/a) ...")
        yield Finding(("identitas", "pengesah", "pangkat"), what, fix)


def _shortened(identity: Identity) -> Iterator[Finding]:
    """Yield the ranks of the police that are short under a signature, where another one is in full."""
    held: dict[Loc, str] = {("identitas", "pengesah", "pangkat"): identity.pengesah.pangkat}
    held |= {("identitas", "kendali", n, "pangkat"): one.pangkat for n, one in enumerate(identity.kendali)}
    named = [(loc, written, one) for loc, written in held.items() if (one := rank(written)) and one.order is not None]
    short = [(loc, written, one) for loc, written, one in named if _is_short(written, one)]
    for loc, written, one in short if len(short) < len(named) else ():
        what = say('the rank "{rank}" is short, another is in full', rank=written)
        yield Finding(loc, what, say('write "{right}"', right=one.full.upper()))


def _is_short(written: str, named: Rank) -> bool:
    words = " ".join(re.findall(r"[a-z]+", written.casefold()))
    return words == " ".join(re.findall(r"[a-z]+", named.short.casefold())) or words in _SHORTER


def _other_sex(name: str, number: str) -> str:
    """Return what is wrong where the form of address and the NIP say different sexes; else nothing."""
    if _WOMAN.match(name) and number[_SEX] == "1":
        return say("by the number a man, by the name a woman: {name}", name=name)
    if _MAN.match(name) and number[_SEX] == "2":
        return say("by the number a woman, by the name a man: {name}", name=name)
    return ""


def _unlike(subject: Subject) -> Iterator[Finding]:
    """Yield a name that has other capitals than in satuan.yaml, and another post of the same person."""
    said, signs = subject.sop.identitas.pengesah, subject.unit.penandatangan
    if subject.sop.sebagaimana_terbit or subject.sop.contoh:
        return
    parts = said.nama.split(",")[0], signs.nama.split(",")[0]
    if parts[0] != parts[1] and parts[0].casefold() == parts[1].casefold():
        what = say('"{text}" differs from {place}: "{other}"', text=said.nama, place="satuan.yaml", other=signs.nama)
        yield Finding(("identitas", "pengesah", "nama"), what, say("make both the same"))
    posts = [
        set(re.findall(r"\w+", full_post(text).casefold()))
        for text in (subject.sop.identitas.disahkan_oleh.nilai, signs.jabatan)
    ]
    if said.nrp == signs.nrp and said.nrp.isdigit() and not signs.atas_nama and len(posts[0] & posts[1]) < 2:
        post = subject.sop.identitas.disahkan_oleh.nilai
        what = say(
            '"{text}" differs from {place}: "{other}"',
            text=post,
            place="satuan.yaml (penandatangan.jabatan)",
            other=signs.jabatan,
        )
        yield Finding(("identitas", "disahkan_oleh", "nilai"), what, say("make both the same"))
