"""Rules over what is said twice, and over sums of money."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.sentences import phrases
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# What is said twice, and what of it is enough.
_TWICE: Final = (
    (r"adalah merupakan", "merupakan"),
    (r"agar supaya", "agar"),
    (r"(?P<a>apabila|jika|bila|kalau) (?:apabila|jika|bila|kalau)", r"\g<a>"),
    (r"berbagai macam jenis", "berbagai jenis"),
    (r"dan lain sebagainya", "dan sebagainya"),
    (r"sebab karena|karena sebab", "karena"),
    (r"mulai (?:sejak|dari sejak)", "sejak"),
    (r"kira-kira sekitar|sekitar kurang lebih", "sekitar"),
    (r"untuk maksud agar|supaya agar", "agar"),
    (r"saling (?P<a>\w+)-(?:me)?(?P=a)\w*", r"saling \g<a>"),
    (r"paling ter(?P<a>\w+)", r"paling \g<a>"),
    (r"(?P<a>tinggi|baik|cepat|besar|penting|sedikit|banyak) sekali(?= ?[.;,]?$)", r"sangat \g<a>"),
    (r"demi untuk", "untuk"),
    (r"dikarenakan (?:oleh )?sebab", "karena"),
    (r"sejak dari", "sejak"),
    (r"seperti misalnya", "misalnya"),
    (r"contohnya seperti", "contohnya"),
    (r"(?:lalu|kemudian) (?:lalu|kemudian|selanjutnya)", "kemudian"),
    (r"naik ke atas", "naik"),
    (r"turun ke bawah", "turun"),
    (r"maju ke depan", "maju"),
    (r"mundur ke belakang", "mundur"),
    (r"masuk ke dalam ruangan?", "masuk ke ruang"),
    (r"namun demikian", "namun"),
    (r"hanya \w+ saja", "hanya"),
    (r"sangat \w+ sekali", "sangat"),
    (r"(?P<many>para|semua|seluruh|beberapa|berbagai|banyak) (?P<one>[a-z]+)-(?P=one)", r"\g<many> \g<one>"),
    (r"berdasarkan atas", "berdasarkan"),
    (r"dalam rangka untuk", "untuk"),
    (r"guna untuk", "untuk"),
    (r"maka oleh karena itu", "oleh karena itu"),
    (r"meskipun (?P<rest>[^.;,]+), (?:tetapi|namun)", r"meskipun ..., ..."),
)
_PATTERNS: Final = tuple(
    (rf"\b{twice}\b" if "|" not in twice else rf"\b(?:{twice})\b", right) for twice, right in _TWICE
)
# A comma parts the decimals, not the thousands.
_COMMAS: Final = re.compile(r"Rp\.?\s?\d{1,3}(?:,\d{3})+(?!\d)")
_MONEY: Final = re.compile(r"\bRp(?P<point>\.)?(?P<blank>\s+)?(?P<sum>\d[\d.]*\d|\d)(?P<end>,(?:-|--|\u2013)|,00)?")


@rule("LG44", "info", source="Tata Bahasa Baku Bahasa Indonesia: sentences without spare words", sure="M")
def nothing_is_said_twice(subject: Subject) -> Iterator[Finding]:
    """Two words that say the same do not stand side by side.

    Agar supaya, adalah merupakan, para petugas-petugas: one of the two is enough. A hint.

    Wrong:
        - Agar supaya warga tertib
    Right:
        - Agar warga tertib
    """
    for one, found, right in phrases.found(_PATTERNS, texts(subject, {Printed.WORDS})):
        what = say('"{text}" says the same twice', text=found[0])
        yield one.finding(what, say('write "{right}"', right=found.expand(right)))


@rule("LG45", "info", source="EYD edition V (2022), full stop and abbreviations: Rp", sure="A")
def sums_of_money_are_written_as_eyd_has_them(subject: Subject) -> Iterator[Finding]:
    """A sum of money is written Rp50.000,00 or Rp50.000: no point and no blank after Rp, no dash at the end.

    The point belongs to thousands, and what is written in several ways is not found. A hint.

    Wrong:
        - Biaya Rp. 30.000,-
    Right:
        - Biaya Rp30.000,00
    """
    for one in texts(subject, {Printed.WORDS}):
        for found in _MONEY.finditer(one.text):
            end = ",00" if found["end"] else ""
            right = f"Rp{found['sum']}{end}"
            if _COMMAS.match(one.text[found.start() :]):
                right = _COMMAS.sub(lambda sum_: sum_[0].replace(",", "."), one.text[found.start() :]).split()[0]
            if right != found[0]:
                yield one.finding(
                    say('"{text}" is written in another way', text=found[0]), say('write "{right}"', right=right)
                )
