"""Rules over the steps that a step names: in its remark, by its exits, by what it needs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare, item_key
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol, arrows, numbers
from sopgen.model.sop import Activity

ANNEX: Final = "Permenpan RB 35/2012, annex, flowchart part: a decision is answered by ya or tidak"
_STEP: Final = re.compile(r"\blangkah (?:ke-?\s?|nomor )?(?P<number>\d{1,2})(?![\w.])", re.IGNORECASE)
_BACK: Final = re.compile(
    r"\b(?:kembali|lanjut|diulang\w*|ulangi|mengulang\w*) (?:ke |dari |pada )?" + _STEP.pattern[2:], re.IGNORECASE
)
# Where a remark speaks of steps elsewhere.
_ELSEWHERE: Final = re.compile(r"\b(?:kegiatan|SOP|huruf|prosedur|bagian|[A-Z])\b")
# What follows when a loop was gone through often enough is no exit.
_LIMIT: Final = re.compile(r"\b(?:kali|sesudah|setelah|tetap|selanjutnya)\b", re.IGNORECASE)
_SAYING_YES: Final = "ya setuju disetujui sepakat benar lengkap sesuai memenuhi terpenuhi lulus diterima"
_YES: Final = frozenset(_SAYING_YES.split())
_SLIPS: Final = "tdak tdk tidk tida tidaak tiidak tidka tidal tak no n t"
_ANSWERS: Final = dict.fromkeys(_SLIPS.split(), "Tidak") | dict.fromkeys(["iya", "yaa", "yes", "y", "yaitu"], "Ya")
# What answers a question that has this root.
_VERDICTS: Final = {
    "lengkap": "lengkap",
    "sesuai": "sesuai",
    "benar": "benar",
    "setuju": "tuju",
    "disetujui": "tuju",
    "sah": "sah",
    "layak": "layak",
    "lulus": "lulus",
    "memenuhi": "enuh",
    "diterima": "terima",
    "hadir": "hadir",
    "valid": "valid",
}
_NO: Final = frozenset(["tidak", "belum", "ditolak"])
_REFUSES: Final = re.compile(r"\b(?:menolak|penolakan)\b", re.IGNORECASE)
# Who brought too little, or what is wrong, is told so, or gets his papers back.
_SENDS_BACK: Final = re.compile(
    r"\W*(?:(?:memberitahukan|memberi ?tahu(?:kan)?|menyampaikan|menginformasikan|menjelaskan"
    r"|mencatat) (?:\w+ ){0,3}?(?:kekurangan"
    r"|ketidaklengkapan|ketidaksesuaian|penolakan|alasan penolakan|kesalahan)|mengembalikan (?:berkas|permohonan"
    r"|konsep|dokumen"
    r"|formulir|laporan|kepada)|meminta (?:\w+ ){0,2}(?:melengkapi|memperbaiki|kelengkapan|perbaikan)|menolak)\b",
    re.IGNORECASE,
)
# What follows on a refusal all the same.
_CLOSES: Final = re.compile(
    r"\W*(?:mencatat|mengarsipkan|menyimpan|menutup|melaporkan|menerima kembali|memperbaiki|melengkapi|mengisi"
    r"|menerima (?:surat|berkas"
    r"|pemberitahuan|penjelasan|kembali)|membuat laporan|menyusun laporan|kembali|mengambil)\b",
    re.IGNORECASE,
)
_GRANTS: Final = re.compile(
    r"\s*(?:(?:menerbitkan|menyerahkan|menandatangani|memberikan|mencetak|mengesahkan)\b|(?:menerima|mengambil)"
    r" (?:kutipan"
    r"|kartu|paspor|akta|sertifikat|surat (?:izin|keterangan|rekomendasi)|izin|skck|sim|stnk|santunan|bantuan)\b)",
    re.IGNORECASE,
)
# The mark of work that was done.
_DONE: Final = re.compile(
    r"\b(?:bernomor|bertanda tangan|berparaf|berstempel|bercap|terverifikasi|yang (?:sudah |telah )?di\w+)\b",
    re.IGNORECASE,
)


def _decisions(subject: Subject) -> Iterator[tuple[Loc, Activity, int, Step]]:
    for n, activity in enumerate(subject.sop.kegiatan):
        for m, step in enumerate(activity.alur):
            if step.simbol is Symbol.DECISION and step.cabang:
                yield ("kegiatan", n, "alur", m), activity, m, step


@rule("FL60", "warning", source="sopgen: a remark leads to a step that there is", sure="own")
def remarks_name_steps_that_there_are(subject: Subject) -> Iterator[Finding]:
    """A step that a remark names is one of its activity, and one to which the step leads.

    Who follows the remark else ends nowhere, or elsewhere than the arrow. Remarks that speak of another activity or
    SOP are left alone; where a remark sends on or back, it is compared with the arrows of its step.

    Wrong:
        {cabang: {Ya: l3, Tidak: l1}, keterangan: [Bila tidak, kembali ke langkah 2]}
    Right:
        {cabang: {Ya: l3, Tidak: l1}, keterangan: [Bila tidak, kembali ke langkah 1]}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        known = numbers(activity.alur)
        for m, step in enumerate(activity.alur):
            for k, text in enumerate(step.keterangan):
                if wrong := _astray(activity, step, text, known):
                    loc: Loc = ("kegiatan", n, "alur", m, "keterangan", k)
                    yield Finding(loc, wrong, say("write the number of the step that is meant"))


def _astray(activity: Activity, step: Step, text: str, known: tuple[str, ...]) -> str:
    """Return what is wrong with the steps that a remark names; else nothing."""
    if _ELSEWHERE.search(text):
        return ""
    most = max((int(number) for number in known if number.isdecimal()), default=0)
    for found in _STEP.finditer(text):
        if most and int(found["number"]) > most:
            return say('"{text}": the activity has {count} steps', text=found[0], count=most)
    back = _BACK.search(text)
    if back is None or not step.cabang or _LIMIT.search(text[: back.start()]):
        return ""
    place = {one.id: number for one, number in zip(activity.alur, known, strict=True)}
    own = activity.alur.index(step)
    before = [one.id for one in activity.alur[: own + 1]]
    targets = [target for target in step.cabang.values() if target in place]
    back_to = [target for target in targets if target in before] if back[0][:7].casefold() == "kembali" else []
    to = [place[target] for target in back_to or targets]
    if str(int(back["number"])) in to or any(not one.isdecimal() for one in to):
        return ""
    return say('"{text}", but the exits lead to {steps}', text=back[0], steps=", ".join(to))


@rule("FL61", "warning", source=ANNEX, sure="own")
def exits_do_not_answer_alike(subject: Subject) -> Iterator[Finding]:
    """The exits of a decision do not all say yes, nor all no.

    Then nobody knows which one to take; most likely the label of one was typed wrongly. So it was where it is nearly
    Ya or Tidak.

    Wrong:
        cabang: {Ya: l5, Setuju: l2}
    Right:
        cabang: {Ya: l5, Tidak: l2}
    """
    for loc, _, _, step in _decisions(subject):
        said = {label.casefold().strip() for label in step.cabang or {}}
        capital = any(label[:1].isupper() for label in step.cabang or {})
        for label in step.cabang or {}:
            if capital and label in ("ya", "tidak"):
                what = say('"{label}" is no answer', label=label)
                yield Finding((*loc, "cabang", label), what, say('write "{right}"', right=label.capitalize()))
            if right := _ANSWERS.get(label.casefold().strip()):
                what = say('"{label}" is no answer', label=label)
                yield Finding((*loc, "cabang", label), what, say('write "{right}"', right=right))
        if unfit := _unfit(step, said):
            what = say('"{label}" answers another question', label=unfit)
            yield Finding((*loc, "cabang"), what, say("write Ya, or what the question asks"))
        if len(said) > 1 and ((said <= _YES and "ya" in said) or (said <= _NO and "tidak" in said)):
            what = say("the exits answer alike: {labels}", labels=", ".join(step.cabang or {}))
            yield Finding((*loc, "cabang"), what, say("write the other answer at one of them"))


def _unfit(step: Step, said: set[str]) -> str:
    """Return the one answer beside Tidak that repeats no word of the question, though it is a word of a verdict."""
    others = [label for label in said if label not in _NO and label != "ya"]
    if len(said) != 2 or len(others) != 1 or not said & _NO or others[0] not in _VERDICTS:
        return ""
    question = step.uraian.casefold()
    if _VERDICTS[others[0]] in question or not question.lstrip().startswith("apakah"):
        return ""
    return others[0].capitalize()


@rule("FL62", "info", source="sopgen: who is refused is not granted what he asked for", sure="own")
def refusals_do_not_lead_to_what_is_granted(subject: Subject) -> Iterator[Finding]:
    """A refusal does not go on to the step by which the request is granted.

    Where Tidak leads to a refusal and that on to the step of Ya, who was refused gets the paper as well. Told where
    that step issues, signs or gives something; and where papers that were sent back as incomplete go on all the same.
    A hint.

    Wrong:
        - {id: l4, uraian: Memberitahukan penolakan, ke: l5}   # l5: Menerbitkan kartu kunjungan
    Right:
        - {id: l4, uraian: Memberitahukan penolakan, ke: l7}   # l7: Menutup catatan pendaftaran
    """
    for loc, activity, _, step in _decisions(subject):
        exits = {label.casefold(): target for label, target in (step.cabang or {}).items()}
        steps = {one.id: (m, one) for m, one in enumerate(activity.alur)}
        yes, no = exits.get("ya"), exits.get("tidak")
        if yes not in steps or no not in steps:
            continue
        asked = activity.alur[int(loc[-1])].uraian.casefold()
        good = any(root in asked for root in _VERDICTS.values()) and "tidak" not in asked
        if good and _GRANTS.match(steps[no][1].uraian) and no in _after(yes, activity):
            what = say("the refusal goes on to what is granted: {text}", text=steps[no][1].uraian)
            yield Finding((*loc, "cabang"), what, say("lead it to the end, or to what follows on a refusal"))
        if not _is_refusal(steps[no][1].uraian):
            continue
        onward = {edge.target for edge in arrows(activity.alur) if edge.source == no}
        granted = [to for to in onward if _is_granted(to, steps[no][1], yes, activity)]
        if granted:
            what = say("the refusal goes on to what is granted: {text}", text=steps[granted[0]][1].uraian)
            place: Loc = (*loc[:-1], steps[no][0])
            yield Finding(
                (*place, "ke") if steps[no][1].ke else place,
                what,
                say("lead it to the end, or to what follows on a refusal"),
            )


def _is_refusal(text: str) -> bool:
    return bool(_REFUSES.search(text) or _SENDS_BACK.match(text))


def _is_granted(target: str, refusal: Step, yes: str, activity: Activity) -> bool:
    """Tell a step after a refusal that grants what was asked for, or goes on with what came back incomplete."""
    step = next(one for one in activity.alur if one.id == target)
    if step.simbol is Symbol.END and not re.match(r"\s*(?:menerima|mengambil)\b", step.uraian, re.IGNORECASE):
        return False
    if (target == yes or step.simbol is Symbol.END) and _GRANTS.match(step.uraian):
        return True
    goes_on = _SENDS_BACK.match(refusal.uraian) and not _CLOSES.match(step.uraian)
    below = [one.id for one in activity.alur]
    return bool(goes_on) and below.index(target) > below.index(refusal.id) and target in {yes, *_after(yes, activity)}


def _after(start: str, activity: Activity) -> set[str]:
    """Return the steps to which a step leads on."""
    found: set[str] = set()
    while more := {one.target for one in arrows(activity.alur) if one.source in {start} | found} - found:
        found |= more
    return found


@rule("FL63", "info", source=STANDARD, sure="own")
def no_step_needs_what_only_it_makes(subject: Subject) -> Iterator[Finding]:
    """A step does not need the very paper that only it makes.

    Nobody could begin it. Looked at is what bears the mark of work that was done (bernomor, yang diparaf), since a
    list may be needed blank and given back filled in. A hint.

    Wrong:
        mutu_baku: {kelengkapan: [Konsep surat bernomor], ..., keluaran: [Konsep surat bernomor]}
    Right:
        mutu_baku: {kelengkapan: [Konsep surat], ..., keluaran: [Konsep surat bernomor]}
    """
    sop = subject.sop
    steps = [
        (("kegiatan", n, "alur", m), step)
        for n, activity in enumerate(sop.kegiatan)
        for m, step in enumerate(activity.alur)
    ]
    listed = {item_key(item) for item in (*sop.peralatan.isi, *sop.pencatatan.isi)}
    listed |= {item_key(item) for activity in sop.kegiatan for item in activity.mutu_baku.kelengkapan}
    known = Counter(key for _, step in steps for key in {item_key(item) for item in _items(step)})
    for loc, step in steps:
        own = {item_key(item) for item in _items(step)}
        others = {key for key, count in known.items() if count > (key in own)} | listed
        made = {item_key(item) for item in (step.mutu_baku.keluaran if step.mutu_baku else ())} - others
        for k, item in enumerate(step.mutu_baku.kelengkapan if step.mutu_baku else ()):
            if item_key(item) in made and _DONE.search(item) and step.simbol is not Symbol.START:
                what = say('the step needs what only it makes: "{item}"', item=bare(item))
                yield Finding((*loc, "mutu_baku", "kelengkapan", k), what, say("write what it begins with"))


def _items(step: Step) -> tuple[str, ...]:
    """Return what a step makes, and what a first step brings."""
    if step.mutu_baku is None:
        return ()
    return step.mutu_baku.keluaran + (step.mutu_baku.kelengkapan if step.simbol is Symbol.START else ())
