"""The rule over signs and figures within a sentence: brackets, percent, ordinals, articles of a law, short forms."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# A pattern, and what stands there rightly.
_SIGNS: Final = (
    (r"\(\s+(?=\S)", "("),
    (r"(?<=\S)\s+\)", ")"),
    (r"(?<=[a-z]{3})\((?=[a-z\d]{2,}[a-z \d,.-]*\))", " ("),
    (r"(?<=\))(?=[a-z]{3,})", " "),
    (r"(?<=\d)\s+%", "%"),
    (
        r"(?<![\w-])(?P<w>(?!me|di|ber|ter|pergi|datang|naik|turun|pindah|masuk|keluar|kembali|sampai)[a-z]{3,}) ke "
        r"(?P<n>\d{1,2})\b(?! (?:tempat|lokasi|arah|instansi|desa|titik|pihak|orang|kantor|loket|ruang))",
        r"\g<w> ke-\g<n>",
    ),
    (r"\bke (?P<n>\d{1,2})(?=\s*(?:$|[,.;)]| (?:pada|dan|dari|dalam|untuk)\b))", r"ke-\g<n>"),
    (
        r"\bke (?P<word>dua|tiga|empat|lima)\b(?! (?:tempat|lokasi|arah|instansi|desa|titik|pihak|orang|kantor))",
        r"ke\g<word>",
    ),
    (r"\b(?P<a>s\.d|a\.n|u\.b|u\.p|d\.a)(?![\w.])", r"\g<a>."),
    (r"(?<![\w.])(?P<a>dll|dsb|dst)(?![\w.])", r"\g<a>."),
    (r"\bjam (?=(?:[01]?\d|2[0-4])[.:][0-5]\d\b)", "pukul "),
    (r"(?<!beberapa )(?<![\w-])(?-i:pasal) (?=\d)", "Pasal "),
    (r"\b(?P<a>a|u)(?P<b>n|b|p)\. (?=(?:Ka|KA|Kepala|KEPALA|Kapol|KAPOL))", r"\g<a>.\g<b>. "),
    (r"(?<![\d.])(?P<a>\d{1,2})\.(?P<b>\d) (?=(?:jam|hari|km|kg|meter|liter|cm|mm|juta|persen)\b)", r"\g<a>,\g<b> "),
    (
        r"(?<![\d,])(?P<a>\d{1,3}),(?P<b>\d{3}) (?=(?:lembar|orang|eksemplar|rupiah|kendaraan|berkas|buah|unit)\b)",
        r"\g<a>.\g<b> ",
    ),
    (r"\bayat (?P<n>\d{1,2})\b(?!\))", r"ayat (\g<n>)"),
    (r"(?<![\w.])(?P<w>[a-z]{3,}|[A-Z][a-z]{4,})\.(?=[A-Z][a-z]{2,})", r"\g<w>. "),
)
_PATTERNS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE if "A-Z" not in pattern else 0), right) for pattern, right in _SIGNS
)
# A clause that stands before its main one, which begins with who may or must do something, and no comma at all.
_WITHOUT_COMMA: Final = re.compile(
    r"\W*(?:\w[.)]\s*)?(?:Apabila|Jika|Bila|Bilamana|Karena|Walaupun"
    r"|Meskipun)\s+(?!.*\bmaka\b)[^,;:.()]{12,}? (?:dapat|akan"
    r"|harus|wajib) [^,;:.]{5,}[;.]?$"
)
_ASKS: Final = re.compile(r"\W*(?:Apakah|Adakah|Sudahkah|Bagaimanakah)\b[^?]*$")
_WHETHER: Final = re.compile(r"Apa (?!saja\b|yang\b|pun\b|jenis\b)[a-z]+ [^?]*\?")
_ADDRESS: Final = re.compile(r"https?://|www\.|@|\.(?:go|co|or|ac)\.id|\.com\b")


@rule("LG64", "info", source="EYD edition V (2022), signs, figures and abbreviations", sure="M")
def signs_stand_as_eyd_has_them(subject: Subject) -> Iterator[Finding]:
    """Brackets, percent, ordinals, articles, hours and short forms are written as EYD has them.

    (tiga), 10%, ke-2, Pasal 5 ayat (1), pukul 08.00 s.d. 12.00; and a question ends with its mark. A hint.

    Wrong:
        - Dilayani jam 08.00 s.d 12.00, paling banyak 10 % pemohon ( tiga orang )
    Right:
        - Dilayani pukul 08.00 s.d. 12.00, paling banyak 10% pemohon (tiga orang)
    """
    for one in texts(subject, {Printed.WORDS}):
        if one.in_unit or _ADDRESS.search(one.text):
            continue
        for pattern, right in _PATTERNS:
            if found := pattern.search(one.text):
                begin, end = max(0, found.start() - 12), found.end() + 12
                wrong = one.text[begin:end].strip()
                shown = (one.text[begin : found.start()] + found.expand(right) + one.text[found.end() : end]).strip()
                yield one.finding(
                    say('"{text}" is written in another way', text=wrong), say('write "{right}"', right=shown)
                )
        if _WITHOUT_COMMA.match(one.text):
            yield one.finding(say("no comma parts the two clauses"), say("write a comma before the main clause"))
        if one.at.loc[-1] == "uraian":
            yield from _of_step(one)


def _of_step(one: SpecText) -> Iterator[Finding]:
    """Yield what is wrong with the signs of a step's text: a question without its mark, a comma at the end."""
    if found := _WHETHER.match(one.text):
        what = say('"{text}" is written in another way', text=found[0])
        yield one.finding(what, say('write "{right}"', right="Apakah"))
    if _ASKS.match(one.text):
        yield one.finding(say("the question has no question mark"), say("end it with a question mark"))
    if one.text.rstrip().endswith(","):
        yield one.finding(say("the text ends with a comma"), say("write what follows, or leave it out"))
