"""Rules over the SOP's own name and those of the SOPs that it is related to."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import nearest, say
from sopgen.model.sop import Sop

_PREFIX: Final = re.compile(r"^\s*(?:sop|standar operasional prosedur)\b", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\(([^()]*)\)")
_VOWELS: Final = frozenset("aeiou")
_SMALL: Final = frozenset({"dan", "di", "ke", "dari", "yang", "untuk", "oleh", "pada", "dalam", "melalui"})


def _key(name: str) -> str:
    """Return a name without `SOP`, case, spaces and points: `SOP F K P M` is `fkpm`."""
    return re.sub(r"[\W_]+", "", _PREFIX.sub("", name).casefold())


@cache
def _keys(name: str) -> frozenset[str]:
    """Return the ways in which a name may be cited: whole, without what stands in brackets, that alone."""
    return frozenset(filter(None, map(_key, (name, _ASIDE.sub("", name), *_ASIDE.findall(name)))))


def _own(sop: Sop) -> frozenset[str]:
    names = (sop.judul, sop.identitas.nama_sop.nilai, sop.identitas.nama_singkat)
    return frozenset().union(*map(_keys, names))


@rule(
    "ID05",
    "warning",
    source="Permenpan RB 35/2012, annex, identity item Keterkaitan: the other SOPs that it is linked to",
    sure="A",
)
def an_sop_is_not_related_to_itself(subject: Subject) -> Iterator[Finding]:
    """Keterkaitan names other SOPs, not the SOP itself.

    The list tells the reader which other procedures must run well for this one to work. An SOP that names itself says
    nothing, and the real links are missing.

    Wrong:
        keterkaitan: {judul: Keterkaitan, isi: [SOP FKPM]}  # dalam SOP FKPM
    Right:
        keterkaitan: {judul: Keterkaitan, isi: [SOP Pembinaan Bhabinkamtibmas, SOP Sambang]}
    """
    own = _own(subject.sop)
    for n, name in enumerate(subject.sop.keterkaitan.isi):
        if _keys(name) & own:
            what = say('"{name}" is this SOP itself', name=name)
            yield Finding(("keterkaitan", "isi", n), what, say("name the other SOPs that it is linked to"))


@rule(
    "ID13",
    "info",
    source="Permenpan RB 35/2012, annex, identity item Keterkaitan",
    sure="A",
)
def related_sops_are_known(subject: Subject) -> Iterator[Finding]:
    """A related SOP is one of those that the unit keeps.

    Looked for among the editions in spec/sop. An SOP of another unit, or one that is not kept here, is all right;
    but the name may also be misspelt, or the SOP may not exist.

    Wrong:
        keterkaitan: {judul: Keterkaitan, isi: [SOP Medaisi]}
    Right:
        keterkaitan: {judul: Keterkaitan, isi: [SOP Mediasi]}
    """
    others = [other for other in subject.others if other.id != subject.sop.id]
    own = _own(subject.sop)
    for n, name in enumerate(subject.sop.keterkaitan.isi if others else ()):
        keys = _keys(name)
        if not keys & own and not any(keys & _own(other) for other in others):
            what = say('"{name}" is none of the SOPs kept here', name=name)
            fix = nearest(name, sorted({other.judul for other in others})[:10])
            yield Finding(("keterkaitan", "isi", n), what, fix)


@rule(
    "ID10",
    "warning",
    source="Permenpan RB 35/2012, annex, identity item 7: Nama SOP is the name of the procedure",
    sure="A",
)
def the_name_is_spelt_out(subject: Subject) -> Iterator[Finding]:
    """Nama SOP is the name of the procedure, not an abbreviation alone.

    The name must tell what is done to someone who does not know the abbreviation: a citizen, an auditor, a new
    colleague.

    Wrong:
        nama_sop: {judul: NAMA SOP, nilai: F K P M}
    Right:
        nama_sop: {judul: NAMA SOP, nilai: Forum Kemitraan Polisi dan Masyarakat (FKPM)}
    """
    loc: Loc = ("identitas", "nama_sop", "nilai")
    name = subject.sop.identitas.nama_sop.nilai
    if _is_abbreviation(name, subject.sop.judul):
        full = _PREFIX.sub("", subject.sop.judul).strip()
        fix = say("write it in full")
        if not _is_abbreviation(full, full):
            fix = say('write it in full, for example "{name}"', name=full)
        yield Finding(loc, say('"{name}" is only an abbreviation', name=name), fix)


def _is_abbreviation(name: str, title: str) -> bool:
    """Tell an abbreviation: single letters, what the title puts in brackets or begins its words with, no vowel."""
    words = re.findall(r"[^\W\d_]+", _PREFIX.sub("", name))
    key = "".join(words).casefold()
    if len(key) < 2 or (len(words) > 1 and any(len(word) > 1 for word in words)):
        return False
    title_words = re.findall(r"[^\W\d_]+", _PREFIX.sub("", _ASIDE.sub("", title)).casefold())
    initials = "".join(word[0] for word in title_words if word not in _SMALL)
    spaced = len(words) > 1
    return spaced or key in map(_key, _ASIDE.findall(title)) or key == initials or not _VOWELS & set(key)
