"""Twenty-four hand-made flows, from the plainest to the worst that offices write; one line a step.

A step is `lane[+lane] kind text [-> target[, target]] [? word: target, word: target]`; kind is m, p, k or s (mulai,
proses, keputusan, selesai). Steps are s1, s2, … from above.
"""

from typing import Final

from sopgen.model.flow import SpecSymbol, Step, Symbol
from sopgen.model.sop import Lane

KINDS: Final[dict[str, SpecSymbol]] = {
    "m": Symbol.START,
    "p": Symbol.PROCESS,
    "k": Symbol.DECISION,
    "s": Symbol.END,
}
SHELF: Final = {
    "rantai-enam-pelaksana": "1 m Mulai|2 p Catat|3 p Telaah|4 p Setujui|5 p Laksanakan|6 s Selesai",
    "satu-pelaksana": "1 m Mulai|1 p Susun|1 p Periksa|1 s Selesai",
    "balik-ke-kiri": "4 m Mulai|3 p Catat|2 p Telaah|1 s Selesai",
    "lompat-jalur": "1 m Mulai|6 p Terima|2 p Catat|5 p Telaah|3 s Selesai",
    "setuju-atau-perbaiki": "1 m Mulai|1 p Susun konsep|2 k Setuju? ? Ya: s4, Tidak: s2|3 s Selesai",
    "dua-lingkaran": "1 m Mulai|1 p Susun|2 k Lengkap? ? Ya: s4, Tidak: s2|3 k Setuju? ? Ya: s5, Tidak: s2|1 s Selesai",
    "tiga-cabang": "1 m Mulai|2 k Jenis? ? Ringan: s3, Sedang: s4, Berat: s5|1 p Nasihat -> s6|2 p Mediasi -> s6|3 p Teruskan|2 s Selesai",
    "dua-keputusan-satu-langkah": "1 m Mulai|1 k Lengkap? ? Ya: s3, Tidak: s5|2 k Benar? ? Ya: s4, Tidak: s5|3 p Proses -> s6|1 p Kembalikan|2 s Selesai",
    "lewati-ke-akhir": "1 m Mulai|2 k Perlu? ? Ya: s3, Tidak: s7|2 p Susun|3 p Telaah|4 p Tanda tangan|2 p Kirim|1 s Selesai",
    "kembali-jauh": "1 m Mulai|2 p Susun|3 p Telaah|4 p Bahas|5 p Uji|6 k Baik? ? Ya: s7, Tidak: s2|1 s Selesai",
    "kembali-dari-dua-tempat": "1 m Mulai|2 p Susun|3 k Lengkap? ? Ya: s4, Tidak: s2|4 p Bahas|5 k Baik? ? Ya: s6, Tidak: s2|1 s Selesai",
    "silang": "1 m Mulai|4 p Terima|1 k Ya? ? Ya: s4, Tidak: s5|4 p Satu -> s6|1 p Dua|4 s Selesai",
    "dua-akhir": "1 m Mulai|2 k Dapat? ? Ya: s3, Tidak: s4|3 s Selesai|1 s Ditolak",
    "kotak-dua-jalur": "1 m Mulai|2+3 p Musyawarah|4 p Catat|1 s Selesai",
    "kotak-tiga-jalur": "1 m Mulai|1+2+3 p Rapat bersama|3 s Selesai",
    "kotak-terpisah": "1 m Mulai|1+4 p Tanda tangan bersama|2 p Simpan|3 s Selesai",
    "keputusan-dua-jalur": "1 m Mulai|2+3 k Sepakat? ? Ya: s3, Tidak: s1|4 s Selesai",
    "cabang-sejajar": "1 m Mulai -> s2, s3|2 p Siapkan tempat -> s4|3 p Undang|1 p Buka|1 s Selesai",
    "tiga-cabang-sejajar": "2 m Mulai -> s2, s3, s4|1 p Satu -> s5|2 p Dua -> s5|3 p Tiga|2 p Gabung|2 s Selesai",
    "maju-dan-mundur-bersilang": "1 m Mulai|2 k Satu? ? Ya: s3, Tidak: s6|3 k Dua? ? Ya: s4, Tidak: s2|1 k Tiga? ? Ya: s5, Tidak: s3|2 p Empat|3 s Selesai",
    "keputusan-beruntun": "1 m Mulai|1 k A? ? Ya: s3, Tidak: s7|1 k B? ? Ya: s4, Tidak: s7|1 k C? ? Ya: s5, Tidak: s7|1 k D? ? Ya: s6, Tidak: s7|1 p Lanjut|1 s Selesai",
    "dua-belas-jalur": "1 m Mulai|12 p A|2 p B|11 p C|3 p D|10 p E|4 p F|9 p G|5 p H|8 p I|6 p J|7 s Selesai",
    "kata-panjang": "1 m Menyampaikan permohonan kepada petugas|2 p Mengadministrasikan kelengkapan persyaratan|3 k Apakah seluruh persyaratan sudah lengkap? ? Lengkap: s4, Belum lengkap: s2|1 s Menerima pemberitahuan",
    "seperti-mediasi": "1 m Adukan|2 p Catat|4 p Telaah|4 k Dapat? ? Ya: s6, Tidak: s5|2 p Teruskan -> s12|5 p Siapkan|6 p Tanda tangan|2 p Undang|1 p Terangkan|2+3 p Pimpin|3 k Sepakat? ? Ya: s12, Tidak: s9|4 p Lapor|6 s Terima",
}


def flow(name: str) -> tuple[tuple[Step, ...], tuple[Lane, ...]]:
    """Return the steps of a flow and its lanes."""
    steps = tuple(_step(number, line) for number, line in enumerate(SHELF[name].split("|"), 1))
    count = max(int(lane) for step in steps for lane in step.lanes)
    return steps, tuple(Lane(id=str(n), label=f"Pelaksana {n}") for n in range(1, count + 1))


def _step(number: int, line: str) -> Step:
    head, _, exits = line.partition(" ? ")
    head, _, onward = head.partition(" -> ")
    lanes, kind, text = head.split(" ", 2)
    pairs = [(word, target) for word, target in (part.split(": ") for part in exits.split(", "))] if exits else []
    return Step(
        id=f"s{number}",
        pelaksana=tuple(lanes.split("+")),
        simbol=KINDS[kind],
        uraian=text,
        ke=tuple(onward.split(", ")) if onward else None,
        cabang=dict(pairs) or None,
    )
