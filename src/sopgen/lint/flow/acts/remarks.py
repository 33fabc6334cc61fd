"""Rules over what a step says beside its standard: times in its words, drafts that were signed, answers."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import steps_of
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol
from sopgen.model.quality import Duration

ANNEX: Final = "Permenpan RB 35/2012, annex, flowchart part: a decision is answered by ya or tidak"
_TIME: Final = re.compile(
    r"\b(?P<number>\d+)\s*(?:\([a-z -]+\)\s*)?(?P<unit>menit|jam|hari|minggu|bulan)\b(?! sekali)", re.IGNORECASE
)
_MINUTES: Final = {"menit": 1, "jam": 60, "hari": 1440, "minggu": 10080, "bulan": 43200}
_LIMIT: Final = re.compile(
    r"\b(?:paling (?:lama|lambat)|maksimal|selambat-lambatnya|selama-lamanya|dalam waktu)\s+" + _TIME.pattern[2:],
    re.IGNORECASE,
)
# What is said of another time than the work's own.
_LASTS: Final = re.compile(
    r"\b(?:berlangsung(?: selama)?|memakan waktu|(?:memerlukan|membutuhkan) waktu"
    r"|dikerjakan selama|dilaksanakan selama)\s+" + _TIME.pattern[2:],
    re.IGNORECASE,
)
_EXACT: Final = frozenset({"menit", "jam"})
_CRIME: Final = re.compile(r"\b(?:tindak pidana|kejahatan|pidana berat|unsur pidana|perkara pidana)\b", re.IGNORECASE)
_PROSECUTES: Final = re.compile(
    r"\b(?:laporan polisi|(?:sat)?reskrim|penyidik\w*|penyelidikan|proses hukum|diproses|jaksa|penuntut)\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(r"\b(?:sejak|setelah|sesudah)\b", re.IGNORECASE)
_OTHER_TIME: Final = re.compile(
    r"\b(?:setiap|tiap|berlaku|usia|umur|sebelum|kedaluwarsa|arsip|disimpan|kali|per\s+\w+|ulang|jam kerja)\b",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(r"\s*(?:menandatangani|mengesahkan|menetapkan)\b", re.IGNORECASE)
_DRAFT: Final = re.compile(r"\s*(?:konsep|draf|draft|rancangan)\b", re.IGNORECASE)
# A question of which Ya is the good answer, an act that follows on the bad one, and one that punishes.
_GOOD: Final = re.compile(
    r"\b(?:lengkap|sesuai|benar|memenuhi|layak|setuju|disetujui|menyetujui|sah|valid|mematuhi|patuh|menaati|taat"
    r"|mengindahkan|diduga|cukup|memadai|meyakinkan|terpenuhi|sepakat|diterima|lulus|terbukti)\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\b(?:tidak|belum|kurang|salah|tanpa|bukan|keberatan|ditolak)\b", re.IGNORECASE)
_GOOD_NOT: Final = re.compile(
    r"\b(?:tidak|belum|kurang) (?:lengkap|sesuai|benar|memenuhi|layak|sah|valid|cukup)\b", re.I
)
_REFUSES: Final = re.compile(
    r"\b(?:menolak|penolakan|kekurangan (?:berkas|syarat|persyaratan|dokumen|data)|ketidaklengkapan"
    r"|mengembalikan|memberitahukan penolakan|memperbaiki|melengkapi|meminta (?:perbaikan|kelengkapan)"
    r"|memberikan saran|menyarankan|mengarahkan \w+ ke|menghentikan|membatalkan)\b",
    re.IGNORECASE,
)
_PUNISHES: Final = re.compile(
    r"\b(?:penertiban|menertibkan|penindakan|menindak|sanksi|menyita|penyitaan|membongkar|pembongkaran|teguran|menegur"
    r"|peringatan|tilang|denda|mencabut)\b",
    re.IGNORECASE,
)
# What is asked for, to be there or needed; the answer Ya is about it.
_WANTED: Final = re.compile(
    r"\b(?:terdapat|ada(?:kah)?|memerlukan|diperlukan|perlu|membutuhkan|dibutuhkan|memiliki|ditemukan)"
    r" (?P<what>[a-z]{4,}(?: [a-z]{4,})?)"
)
# What nobody wishes for, what is done about it, and what is done where there is none.
_BAD: Final = re.compile(
    r"\b(?:gangguan|pelanggaran|kerusakan|rusak|kekurangan|kesalahan|keliru|ketidaksesuaian|penyimpangan"
    r"|tindak pidana"
    r"|kejahatan|kejadian|bahaya|ancaman|keluhan|keberatan|luka|cedera|sakit|darurat|gawat|kebocoran|kebakaran|temuan"
    r"|barang (?:terlarang|berbahaya)|selisih|sengketa|konflik|hilang|melanggar|bermasalah|mencurigakan|berisiko)\b",
    re.IGNORECASE,
)
_ACTS_ON: Final = re.compile(
    r"\W*(?:mengamankan|menangani|menindak\w*|menghubungi|mengevakuasi|menolong|memberikan pertolongan|merujuk"
    r"|menyita"
    r"|memperbaiki|menghentikan|melerai|memanggil bantuan|meminta bantuan|mengganti|memisahkan|menegur|memproses"
    r"|melumpuhkan"
    r"|menangkap|memadamkan|mengejar|menyelesaikan|melaporkan (?:kejadian|temuan|gangguan|kerusakan|pelanggaran))\b",
    re.IGNORECASE,
)
_LEAVES: Final = re.compile(
    r"\W*(?:kembali|menutup|mengakhiri|mengarsipkan|menyimpan|melanjutkan|meneruskan (?:patroli|kegiatan"
    r"|perjalanan)|selesai"
    r"|membubarkan diri|menyerahkan|mencatat (?:hasil|pada)|mengisi|memberikan (?:izin|kartu)|mempersilakan"
    r"|memulangkan)\b",
    re.IGNORECASE,
)
# By what something is to be done: perlu ditangani melalui mediasi.
_NEEDED: Final = re.compile(
    r"\b(?:perlu|harus|dapat|akan) di[a-z]+ (?:melalui|dengan|secara|ke|kepada) (?P<by>[a-z]{5,})"
)
_CORE: Final = re.compile(r"(?:memper|per|pe[mn]?g?|me[mn]?g?|ke|di|ter|ber)?(?P<core>[a-z]{4,}?)(?:kan|an|i)?")
_OBEYS: Final = re.compile(r"\b(?:mematuhi|patuh|menaati|taat|mengindahkan|memenuhi peringatan)\b", re.IGNORECASE)


@rule("FL41", "info", source=STANDARD, sure="own")
def times_in_words_are_those_of_the_standard(subject: Subject) -> Iterator[Finding]:
    """A time that a step names in its words or its remark is the time of its standard.

    Two times for one step leave open which of them holds. Only times in the same unit are compared, and not what is
    said of something else (every 7 days, valid for 30 days). A hint.

    Wrong:
        waktu: {nilai: 3, satuan: hari}   # keterangan: Batas waktu 7 (tujuh) hari
    Right:
        waktu: {nilai: 7, satuan: hari}   # keterangan: Batas waktu 7 (tujuh) hari
    """
    for loc, step in steps_of(subject.sop):
        time = step.mutu_baku.waktu if step.mutu_baku else None
        if not isinstance(time, Duration):  # none, or words that give no one number
            continue
        told = [(("uraian",), step.uraian), *((("keterangan", k), text) for k, text in enumerate(step.keterangan))]
        for part, text in told:
            if other := _other_time(text, time):
                what = say('the text says "{text}", the standard {time}', text=other, time=time.printed)
                yield Finding((*loc, *part), what, say("write the same time, or say what the other one is for"))


def _other_time(text: str, time: Duration) -> str:
    """Return the time that a text says of the step, where it is another than that of its standard; else nothing."""
    times = [found for found in _TIME.finditer(text) if found["unit"].casefold() == time.satuan]
    minutes = time.nilai * _MINUTES.get(time.satuan, 0)
    # A term that begins with something else may be longer than the step.
    from_elsewhere = _LIMIT.search(text) and _SINCE.search(text)
    if len(times) == 1 and int(times[0]["number"]) != time.nilai and not _OTHER_TIME.search(text):
        return "" if from_elsewhere and int(times[0]["number"]) > time.nilai else times[0][0]
    lasts = _LASTS.search(text)
    if lasts and lasts["unit"].casefold() in _EXACT - {time.satuan} and minutes != _in_minutes(lasts):
        return lasts[0]
    limit = _LIMIT.search(text)
    if limit and not _OTHER_TIME.search(text[: limit.start()]) and limit["unit"].casefold() != time.satuan:
        return limit[0] if _in_minutes(limit) < minutes else ""
    return ""


def _in_minutes(found: re.Match[str]) -> int:
    return int(found["number"]) * _MINUTES[found["unit"].casefold()]


@rule("FL42", "info", source=ANNEX, sure="own")
def answers_lead_where_they_belong(subject: Subject) -> Iterator[Finding]:
    """Ya and Tidak lead to what follows on each of them.

    Where the good answer leads to a refusal, back to the beginning or to a punishment, and the other one goes on, the
    two were exchanged most likely; so they were where only Tidak speaks of what is asked for. A hint: only those who
    do the work know what is asked.

    Wrong:
        - {id: l3, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l1, Tidak: l4}}   # l1: Menyerahkan berkas
    Right:
        - {id: l3, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l4, Tidak: l1}}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        place = {step.id: m for m, step in enumerate(activity.alur)}
        for m, step in enumerate(activity.alur):
            exits = {label.casefold(): target for label, target in (step.cabang or {}).items()}
            if step.simbol is not Symbol.DECISION or not {exits.get("ya"), exits.get("tidak")} <= set(place):
                continue
            yes, no = activity.alur[place[exits["ya"]]], activity.alur[place[exits["tidak"]]]
            if _exchanged(step, yes, no, back=(place[yes.id] < m, place[no.id] < m)):
                what = say("Ya leads to what follows on Tidak, it seems: {text}", text=yes.uraian or yes.id)
                yield Finding(
                    ("kegiatan", n, "alur", m, "cabang"), what, say("look whether Ya and Tidak are exchanged")
                )


def _exchanged(asked: Step, yes: Step, no: Step, back: tuple[bool, bool]) -> bool:
    if _GOOD_NOT.search(asked.uraian):
        refused = bool(_REFUSES.search(no.uraian)) and not _REFUSES.search(yes.uraian)
        return refused or back == (False, True)
    if _NOT.search(asked.uraian):
        return False
    if _is_acted_on(asked, yes, no):
        return True
    if not _GOOD.search(asked.uraian):
        return False
    if _OBEYS.search(asked.uraian):
        over = no.simbol is Symbol.END or not _PUNISHES.search(no.uraian)
        return over and yes.simbol is not Symbol.END and bool(_PUNISHES.search(yes.uraian))
    refused = bool(_REFUSES.search(yes.uraian)) and not _REFUSES.search(no.uraian)
    return refused or back == (True, False)


def _is_acted_on(asked: Step, yes: Step, no: Step) -> bool:
    """Tell exits of which that of Tidak alone does what is asked for, or what follows on something bad."""
    for pattern, name in ((_WANTED, "what"), (_NEEDED, "by")):
        named = pattern.search(asked.uraian)
        if named and _speaks_of(named[name], no) and not _speaks_of(named[name], yes):
            return True
    if _CRIME.search(asked.uraian) and _PROSECUTES.search(no.uraian) and not _PROSECUTES.search(yes.uraian):
        return True
    acted = _BAD.search(asked.uraian) and _ACTS_ON.match(no.uraian) and not _ACTS_ON.match(yes.uraian)
    return bool(acted) and (yes.simbol is Symbol.END or bool(_LEAVES.match(yes.uraian)))


def _speaks_of(what: str, step: Step) -> bool:
    """Tell a step the words of which hold the root of one of these words."""
    cores = [found["core"] for word in what.split() if (found := _CORE.fullmatch(word))]
    return any(core in step.uraian.casefold() for core in cores)


@rule("FL43", "warning", source=STANDARD, sure="own")
def what_is_signed_is_no_draft(subject: Subject) -> Iterator[Finding]:
    """What comes out of a signature is the paper itself, no draft.

    A step that signs and gives back a Konsep either does not sign, or its output was copied from the step before; and
    the paper that later steps need is made by nobody.

    Wrong:
        - {id: l4, uraian: Menandatangani surat peringatan, mutu_baku: {keluaran: [Konsep surat peringatan], ...}}
    Right:
        - {id: l4, uraian: Menandatangani surat peringatan, mutu_baku: {keluaran: [Surat peringatan], ...}}
    """
    for loc, step in steps_of(subject.sop):
        made = step.mutu_baku.keluaran if step.mutu_baku else ()
        if made and _SIGNS.match(step.uraian) and all(_DRAFT.match(bare(item)) for item in made):
            what = say('the step signs, and gives a draft: "{item}"', item=bare(made[0]))
            yield Finding((*loc, "mutu_baku", "keluaran"), what, say("write the paper that is signed"))
