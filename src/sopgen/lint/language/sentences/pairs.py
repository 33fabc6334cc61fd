"""The rule over conjunctions that go in pairs: tidak ... tetapi, bukan ... melainkan, baik ... maupun."""

from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.sentences import phrases
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# What stands between the two words of a pair: no end of a sentence, and of a clause only before the second word.
_SHORT: Final = r"[^.;:,!?]{2,70}"
_LONG: Final = r"[^.;:!?]{2,90}?"
# `baik` is a conjunction only where it is no adjective: dengan baik, berkelakuan baik, secara baik.
_NO_ADJECTIVE: Final = (
    r"(?<!dengan )(?<!secara )(?<!yang )(?<!lebih )(?<!cukup )(?<!sangat )(?<!kelakuan )(?<!berkelakuan )"
    r"(?<!kondisi )(?<!keadaan )(?<!berjalan )(?<!nama )(?<!iktikad )(?<!itikad )(?<!tata )"
    r"(?<!kurang )(?<!paling )(?<!hasil )"
)
_PAIRS: Final = (
    (rf"\bbukan (?!hanya|saja|cuma|sekadar|lagi)(?P<a>{_SHORT}),? (?:tetapi|tapi|namun)\b", "bukan ... melainkan"),
    (rf"\btidak (?!hanya|saja|cuma)(?P<a>{_SHORT}),? melainkan\b", "tidak ... tetapi"),
    (rf"\btidak (?:hanya|cuma|saja)\b{_LONG}\b(?:melainkan|namun|tapi|akan tetapi)\b", "tidak hanya ... tetapi juga"),
    (rf"\btidak hanya\b{_LONG}\btetapi (?!juga)", "tidak hanya ... tetapi juga"),
    (rf"\bbukan (?:hanya|cuma|saja)\b{_LONG}\b(?:tetapi|tapi|namun)\b", "bukan hanya ... melainkan juga"),
    (
        rf"{_NO_ADJECTIVE}\bbaik (?!dan|atau|oleh karena|untuk|bagi)(?:[\w-]+ ){{1,5}}(?:atau|ataupun"
        rf"|serta)\b(?!.*\bmaupun)",
        "baik ... maupun",
    ),
    (r"\bantara (?!lain)(?:(?!dan\b)[\w-]+ ){1,6}?dengan\b", "antara ... dan"),
    (rf"\b(?:walaupun|kendatipun|biarpun|sekalipun) {_LONG}, (?:tetapi|namun|akan tetapi)\b", "walaupun ..., ..."),
    (rf"(?:^|[.;] )(?:Oleh k|K)arena {_LONG}, (?:sehingga|oleh karena itu)\b", "karena ..., ..."),
    (r"\b(?:bertujuan|tujuannya|dimaksudkan) untuk agar\b|\buntuk supaya\b|\bagar untuk\b", "agar ..."),
    (r"\bterdiri dari pada\b", "terdiri atas"),
    (r"\b(?:berbeda|lain) dengan dari\b", "berbeda dari"),
    (r"\btergantung (?:dari|kepada)\b", "bergantung pada"),
    (r"\b(?:disebabkan|diakibatkan) karena\b", "disebabkan oleh"),
)
_PERSONS: Final = (
    r"(?:pemohon|pelapor|terlapor|warga|masyarakat|petugas|atasan|pimpinan|pelanggan|pasien|pengadu|pengunjung|saksi|korban"
    r"|para pihak|peserta|kapol\w+|kasat\b|kanit\b|kepala \w+|camat|lurah|penyidik|keluarga|pegawai|staf|tamu)"
)
_GIVES: Final = (
    r"(?:menyerahkan|memberitahukan|menyampaikan|melaporkan|mengirim(?:kan)?|meneruskan|mengajukan|mengembalikan"
    r"|melapor|menjelaskan|menginformasikan|menanyakan)"
)
_PREPOSITIONS: Final = (
    (rf"\b{_GIVES}\b[^.;,]{{0,50}}? pada (?={_PERSONS})", "... kepada ..."),
    (r"\bberdasarkan (?:pada|kepada|atas)\b", "berdasarkan"),
    (
        r"\b(?:membahas|membicarakan|menjelaskan|mendiskusikan|menyebutkan|mempelajari) tentang\b",
        "... (tanpa tentang)",
    ),
    (r"\b(?:untuk|bagi) (?:dapat )?di(?=(?:menjadi|mengikuti|mendapat))", "untuk ..."),
    (r"\bsesuai pada\b", "sesuai dengan"),
    (r"\b(?:mengetahui|memahami|menguasai|memperhatikan|mengenal|mematuhi) tentang\b", "... (tanpa tentang)"),
    (
        r"^\W*(?:Bagi|Kepada|Untuk) (?:para |setiap |semua )?(?:petugas|pemohon|warga|pelapor|anggota|personel"
        r"|pegawai|pengunjung|staf|pasien|masyarakat) (?:agar|harus|wajib|diharapkan|dilarang|diwajibkan|diharuskan"
        r"|dimohon|diminta)\b",
        "Petugas ... (tanpa bagi, kepada)",
    ),
    (r"^\W*(?:Dalam|Dengan|Pada|Di) [^,]{4,40} (?:harus|wajib) (?:di\w+) oleh\b", "... harus ... (tanpa dalam)"),
    (r"\byang mana\b(?! pun)", "yang"),
    (r"\bsehat jasmani rohani\b", "sehat jasmani dan rohani"),
    (r"\bterdiri dari\b(?= (?:\d|dua|tiga|empat|lima))", "terdiri atas"),
    (
        r"\b(?:menyadari|menghargai|mengikuti|menaati|melaksanakan|melayani) (?:akan|terhadap|kepada) (?=[a-z])",
        "... (tanpa kata depan)",
    ),
    (r"\bdisertai dengan\b|\bdidampingi dengan\b", "disertai, didampingi oleh"),
    (r"\bterhitung dari\b", "terhitung sejak"),
    (r"\bsejalan (?:pada|kepada)\b", "sejalan dengan"),
    (r"\bbertanggung jawab (?:pada|terhadap) (?=atasan|pimpinan|kapol|kasat|kepala)", "bertanggung jawab kepada ..."),
)
_PATTERNS: Final = (*_PAIRS, *_PREPOSITIONS)


@rule("LG63", "info", source="Tata Bahasa Baku Bahasa Indonesia, edition 4: conjunctions in pairs", sure="M")
def conjunctions_go_in_their_pairs(subject: Subject) -> Iterator[Finding]:
    """Conjunctions that go in pairs have their second half: bukan and melainkan, tidak and tetapi, baik and maupun.

    With the other half the sentence is no good Indonesian; and with two conjunctions in one sentence (walaupun ...,
    namun) neither part is its main one. So with a preposition that does not belong to its word: what is given, is
    given kepada somebody, not pada. A hint.

    Wrong:
        - Patroli dialogis bukan pemeriksaan, tetapi percakapan dengan warga
    Right:
        - Patroli dialogis bukan pemeriksaan, melainkan percakapan dengan warga
    """
    for one, found, right in phrases.found(_PATTERNS, texts(subject, {Printed.WORDS})):
        what = say('"{text}": these words do not go together', text=found[0])
        yield one.finding(what, say('write "{right}"', right=right))
