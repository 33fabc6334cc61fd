"""Which words Indonesian has: the roots and the affixes of PySastrawi, and what its list is too old for.

The list is read when a word is first asked for; what was asked once is remembered.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, Protocol

# Words of offices and of these years that the list has not, and roots of two words that are written as one.
_MORE: Final = """
tandatangan pertanggungjawab beritahu tanggungjawab tindaklanjut daring luring surel gawai tautan unggah unduh laman
situs internet server printer database templat repositori monitoring notulen notula kopstuk rincian rinci deteni
detensi rudenim dulu pasca masing center header emoji slide hardcopy softcopy online offline email website aplikasi
verifikasi klarifikasi validasi otentikasi autentikasi digital digitalisasi pindai pemindai terpindai swafoto vaksin
narasumber narapidana pramubakti purnabakti purnatugas wirausaha swadaya swakarsa swakelola prasarana pascabencana
subbagian subbidang subseksi subunit satker satgas poskamling siskamling kamtibmas kamtib polmas pengampu
binmas binpolmas bintibsos binkamsa binopsnal bhabinkamtibmas
kewilayahan pemolisian perpolisian kemitraan ketenteraman keadilan restoratif diversi mediasi mediator fasilitasi
fasilitator sosialisasi asesmen asesor lokakarya bimtek bimluh binluh penyuluh sambang patroli piket apel giat lapor
pelapor terlapor disabilitas difabel lansia balita batita paud stunting posyandu puskesmas pascasarjana
akuntabilitas akuntabel transparansi kompetensi integritas soliditas sinergi sinergitas sinergisitas humanis presisi
prediktif responsibilitas preemtif preventif represif persuasif edukasi edukatif literasi hoaks medsos radikalisme
terorisme intoleransi toleransi moderasi deradikalisasi narkoba psikotropika prekursor tilang samsat etilang
disposisi agendaris nomenklatur notifikasi konfirmasi rekapitulasi rekap inventarisasi dokumentasi konseptor
verifikator validator operator bendahara auditor audit auditi evaluator koordinator administrator motivator
stakeholder supervisi supervisor mutasi rotasi promosi demosi mitigasi kontingensi evakuasi relokasi rehabilitasi
rekonstruksi renovasi revitalisasi intervensi identifikasi legalisasi legalisir fotokopi fotokopian kuesioner
responden survei surveyor wawancara pewawancara sidik jari penyidik penyelidik pengaduan aduan pelayanan layanan
pengguna pemohon termohon permohonan kelurahan menandatangani penandatangan penandatanganan menindaklanjuti
penindaklanjutan mempertanggungjawabkan token kasat kanit kabid sekda kasi kasubag kabag kapolres kapolsek kapolda
wakapolres kaur panit kasium kasikum kasipropam bripka aiptu aipda ipda iptu kompol polres polsek polda polresta
mapolres mapolsek kecamatan dasawisma kampung adat rujukan formulir blangko amplop stempel meterai lampiran tembusan
konsep nota sound system
monev draft draf pramuka gladi satpol linmas ekspedisi kurir pengarsipan arsiparis retensi klasifikasi
taksonomi metadata biometrik biometri reflektif
wewenang kewenangan
loker lapas rutan bapas kalapas karutan kanim nonelektronik wbp blok kamar hunian petahanan
triase hidran narkotika genset wartawan
keadaan beserta diketahui pemerintah polri ejaan kesetaraan aktivasi deaktivasi enkripsi dekripsi
otorisasi sertipikat amdal panwas materiel imateriel
"""
MORE: Final = frozenset(_MORE.split())
_PREFIXES: Final = """
memper diper member meng peng meny peny mem pem men pen ber ter per di ke se me pe menge penge keber keter
"""
_SUFFIXES: Final = ("kannya", "annya", "inya", "kan", "nya", "an", "lah", "kah", "pun", "i")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_LEAST: Final = 4  # a shorter root is near to too many words


# How a word begins or ends from which the stemmer takes anything away; any other it returns as it is.
_AFFIXED: Final = re.compile(
    r"(?:be|di|ka?u|ke|me|pe|se|te|[^aiueo](?:el|em|er|in)[aiueo])|.*(?:i|is|isme|kan|an|[klt]ah|pun|ku|mu|nya)$"
)


class _Stemmer(Protocol):
    def stem(self, text: str) -> str: ...


class _Roots:
    """The list, as the stemmer asks for it; its own kind of dictionary takes longer to fill than to use."""

    def contains(self, word: str | None) -> bool:
        return bool(word) and word in _listed()


@cache
def _listed() -> frozenset[str]:
    import Sastrawi  # here: only a check waits for it

    (package,) = Sastrawi.__path__
    return frozenset((Path(package) / "Stemmer" / "data" / "kata-dasar.txt").read_text("utf-8").split("\n"))


@cache
def _stemmer() -> _Stemmer:
    from Sastrawi.Stemmer.Stemmer import Stemmer  # here: fifty modules, for the few words that no shorter way knows

    stemmer: _Stemmer = Stemmer(_Roots())
    return stemmer


def _is_known(word: str) -> bool:
    return word in _listed() or word in MORE


def is_root(word: str) -> bool:
    """Tell a word in small letters that stands in the list without any affix."""
    return word in _listed()


@cache
def is_word(word: str) -> bool:
    """Tell whether Indonesian has a word (in small letters): a root, or one with its affixes."""
    if _is_known(word) or any(_is_known(root) for _, root, _ in _apart(word)) or _has_melted(word):
        return True
    if "-" in word:
        return all(map(is_word, filter(None, word.split("-"))))
    return bool(_AFFIXED.match(word)) and _is_known(_stemmer().stem(word))


# The first letter of a root that a prefix takes the place of: pahami, memahami.
_MELTS: Final = {"mem": "p", "pem": "p", "men": "t", "pen": "t", "meny": "s", "peny": "s", "meng": "k", "peng": "k"}


def _has_melted(word: str) -> bool:
    """Tell a word whose prefix took the place of the first letter of its root: the stemmer need not be asked."""
    return any(_is_known(_MELTS[begin] + root) for begin, root, _ in _apart(word) if begin in _MELTS)


def _apart(word: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to take a word apart into what stands before its root, the root and what stands after."""
    begins = ["", *(one for one in _PREFIXES.split() if word.startswith(one))]
    ends = ["", *(one for one in _SUFFIXES if word.endswith(one))]
    for begin in begins:
        for end in ends:
            root = word[len(begin) : len(word) - len(end)]
            if len(root) >= _LEAST:
                yield begin, root, end


@cache
def nearest_word(word: str) -> str | None:
    """Return a word that differs by one letter, doubled, left out, changed or exchanged; None where none is near."""
    whole = next(filter(is_word, _slips(word)), None)
    if whole:
        return whole
    for begin, root, end in sorted(_apart(word), key=lambda parts: -len(parts[1])):
        near = (one for one in _edits(root) if len(one) >= _LEAST and _is_known(one))
        found = next((one for one in near if is_word(f"{begin}{one}{end}")), None)
        if found:
            return f"{begin}{found}{end}"
    return None


@cache
def without_doubled_letter(word: str) -> str | None:
    """Return the word that a letter typed twice has spoilt (`dilaksanakaan`); None for a word that is one."""
    if not re.search(r"(.)\1", word) or is_word(word):
        return None
    return next(filter(is_word, _single(word)), None)


def _single(word: str) -> Iterator[str]:
    yield from (word[:n] + word[n + 1 :] for n in range(1, len(word)) if word[n] == word[n - 1])


def _slips(word: str) -> Iterator[str]:
    """Yield a word without a letter that stands there twice, with the a of -kan and -an, two neighbours exchanged."""
    yield from _single(word)
    # The n, m or g of a prefix that was left out: meyerahkan.
    yield from (f"{word[:n]}{letter}{word[n:]}" for n in (2, 3, 4) for letter in "nmgy")
    if re.search(r"[^aiueo]n$", word):
        yield f"{word[:-1]}an"
    yield from (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))


def _edits(word: str) -> Iterator[str]:
    """Yield the words that are one letter more, another one, or one less away; the first letter stays."""
    parts = [(word[:n], word[n:]) for n in range(1, len(word) + 1)]
    yield from (left + letter + right for left, right in parts for letter in _LETTERS)
    yield from (left + letter + right[1:] for left, right in parts if right for letter in _LETTERS)
    yield from (left + right[1:] for left, right in parts if right)
