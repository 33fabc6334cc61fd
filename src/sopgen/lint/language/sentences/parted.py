"""The rule over what is written together, apart, or with a hyphen: prefixes, bound forms, words said twice."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_root, is_word
from sopgen.lint.language.spelling import WORDS
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# Prefixes that are no words by themselves, save `ber`, `ter` and the like in names.
_PREFIX: Final = re.compile(
    r"(?<![\w-])(?P<a>ber|men|mem|meng|meny|menge|memper|diper|ter|pem|pen|peng|peny|se|me)\s+(?P<b>[a-z]{3,})(?![\w-])"
)
# `ke putusan`: what is a word with `ke`, and stands for no place to go to.
_KE: Final = re.compile(
    r"(?<![\w-])(?P<a>ke) (?P<b>putusan|tentuan|giatan|amanan|tertiban|wajiban|wenangan|terangan|lengkapan|jadian"
    r"|pentingan|hadiran|sepakatan|sehatan|rahasiaan|cuali|mudian|tika|bijakan|salahan|terlambatan|pala)(?![\w-])"
)
_BOUND: Final = (
    "pro|non|antar|pasca|pra|sub|multi|semi|anti|inter|ekstra|ultra|swa|tuna|purna|dasa|catur|panca|adi|nir|maha|mikro"
    "|makro|infra|supra|tele|kontra|re|de|bio|eko"
)
_HYPHEN: Final = re.compile(rf"(?<![\w-])(?P<a>{_BOUND})-(?P<b>[a-z]{{3,}})(?![\w-])")
_APART: Final = re.compile(
    r"(?<![\w-])(?P<a>non|pra|pasca|multi|semi|nir|swa|purna|sub|pro) (?P<b>[a-z]{4,})(?![\w-])"
)
_PAIRS: Final = frozenset({"dan", "atau", "kontra", "rata", "bono", "justitia", "deo"})  # pro kontra, pro rata
# A pattern, and what stands there rightly.
_OTHERS: Final = (
    (r"\b(?P<a>(?:se|ber)(?P<w>[a-z]{3,})) (?P<b>(?P=w)(?:an|nya)?)\b", r"\g<a>-\g<b>"),
    (r"\b(?P<a>per(?P<w>undang|kata|tama|lahan)) (?P<b>(?P=w)an)\b", r"\g<a>-\g<b>"),
    (r"\bperundangan-undangan\b", "perundang-undangan"),
    (
        r"\b(?P<w>masing|rata|sungguh|mudah|lambat|selambat|sebaik|sekurang|setinggi|selama|seolah|tiba|pertama"
        r"|sama|satu) (?P<b>(?P=w)(?:nya|an)?)\b(?! persatu)",
        r"\g<w>-\g<b>",
    ),
    (r"\bkedua-belah\b", "kedua belah"),
    (r"\b(?P<n>satu|seorang) per-(?P=n)\b", r"\g<n> per \g<n>"),
    (r"\b(?P<n>satu|dua|seorang) per(?P=n)\b", r"\g<n> per \g<n>"),
    (
        r"(?<![\w-])per(?P<w>hari|bulan|tahun|jam|menit|minggu|lembar|berkas|pemohon|kasus|dokumen|unit|kegiatan"
        r"|triwulan|semester)\b",
        r"per \g<w>",
    ),
    (
        r"\b(?P<n>\d{1,3})-(?P<w>orang|hari|menit|jam|lembar|kali|buah|bulan|tahun|minggu|halaman|eksemplar"
        r"|rangkap)\b",
        r"\g<n> \g<w>",
    ),
    (r"\bke (?P<n>[IVX]{1,4})\b(?! [A-Z])", r"ke-\g<n>"),
)
_PATTERNS: Final = tuple((re.compile(pattern), right) for pattern, right in _OTHERS)
_ONE_WORD: Final = (
    "adapun andaipun ataupun bagaimanapun biarpun kalaupun kendatipun maupun meskipun sekalipun walaupun"
)
_WITH_PUN: Final = frozenset([*_ONE_WORD.split(), "sungguhpun", "sementangpun"])
_PUN: Final = re.compile(r"(?<![\w-])(?P<w>[a-z]{3,})pun(?![\w-])")
_Wrong = tuple[str, str]


@rule("LG70", "info", source="EYD edition V (2022), words written together, apart, and with a hyphen", sure="B")
def what_belongs_together_is_written_together(subject: Subject) -> Iterator[Finding]:
    """A prefix is written together with its word, and a word that is said twice with a hyphen.

    So are bound forms (non, pra, antar), with a hyphen only before a capital or a figure; per and pun stand apart,
    save in words such as walaupun, and no hyphen stands between a number and what it counts. A hint.

    Wrong:
        - Mampu ber komunikasi sehari hari secara pro-aktif dengan 10-orang perhari
    Right:
        - Mampu berkomunikasi sehari-hari secara proaktif dengan 10 orang per hari
    """
    for one in texts(subject, {Printed.WORDS}):
        for wrong, right in _wrong(one.text) if not one.in_unit else ():
            yield one.finding(
                say('"{text}" is written in another way', text=wrong), say('write "{right}"', right=right)
            )


def _wrong(text: str) -> Iterator[_Wrong]:
    """Yield what is written wrongly, and how it is written."""
    for pattern in (_PREFIX, _KE, _HYPHEN, _APART):
        for found in pattern.finditer(text):
            if _belongs(pattern, found):
                yield found[0], found["a"] + found["b"]
    for found in _PUN.finditer(text):
        if found[0] not in {*_WITH_PUN, *WORDS} and is_word(found["w"]) and not is_root(found[0]):
            yield found[0], f"{found['w']} pun"
    for pattern, right in _PATTERNS:
        yield from ((found[0], found.expand(right)) for found in pattern.finditer(text))


def _belongs(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    """Tell a prefix or a bound form that makes a word with what follows."""
    if pattern is _PREFIX:
        return is_word(found["a"] + found["b"])
    return pattern is not _APART or (found["b"] not in _PAIRS and is_word(found["b"]))
