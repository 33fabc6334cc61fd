"""Rules over steps beside one another: verbs without an object, returns that change nothing, outputs made twice."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare, item_key
from sopgen.lint.flow.verbs import is_verb
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.sop import Activity, Lane

ANNEX: Final = "Permenpan RB 35/2012, annex, flowchart part: an active verb with its object"
_TRANSITIVE: Final = re.compile(r"me(?:m|n|ng|ny|l|r)?[a-z]{3,}(?:kan|i)?")
_FEW: Final = 4
_SENT: Final = re.compile(
    r"\W*(?:memberitahukan|menyampaikan|mencatat|menginformasikan) (?:\w+ ){0,2}?(?:kekurangan"
    r"|ketidaklengkapan|kesalahan)"
    r"|\W*mengembalikan (?:berkas|permohonan|dokumen|formulir)",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"^\W*(?:Dilaksanakan|Dilakukan|Dikerjakan|Diperiksa|Dicatat|Ditandatangani|Dibuat|Disusun) oleh "
    r"(?P<role>[A-Z][\w-]*(?: (?:dan|[A-Z][\w-]*))*)"
)
_HEAD: Final = re.compile(
    r"(?i)^kepala (?P<kind>dinas|badan|kantor|puskesmas|balai|lembaga|lapas|rutan|kelurahan|kecamatan|desa|sekolah)$"
)
_CITIZEN: Final = re.compile(
    r"(?i)^(?:calon |para )*(?:pemohon|masyarakat|warga|pelapor|pengadu|pelanggan|pasien|pengunjung)\b"
)
_IN_SHORT: Final = {
    "lembaga": "lapas",
    "lapas": "lembaga pemasyarakatan",
    "rutan": "rumah tahanan",
    "puskesmas": "pusat kesehatan",
}
_MAKES: Final = re.compile(r"\W*(?:menandatangani|menerbitkan|mengesahkan|menetapkan)\b", re.IGNORECASE)
_HANDS_OVER: Final = re.compile(r"\W*menyerahkan (?P<what>.+?)(?: (?:dan|serta|kepada|beserta) .*)?$", re.IGNORECASE)


@rule("FL80", "info", source=ANNEX, sure="M")
def steps_say_what_is_done_with_what(subject: Subject) -> Iterator[Finding]:
    """Each step says what is done with what.

    A verb alone (Mencetak) leaves open what is printed, and was cut off when the line was copied. A hint.

    Wrong:
        - {id: l2, uraian: Mencetak}   # yang lain: Memeriksa berkas, Menyerahkan kutipan
    Right:
        - {id: l2, uraian: Mencetak kutipan akta}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        firsts = [(m, re.findall(r"[a-z]+", step.uraian.casefold())) for m, step in enumerate(activity.alur)]
        acts = [(m, words) for m, words in firsts if words and activity.alur[m].simbol is not Symbol.DECISION]
        formed = [words for _, words in acts if words[0].startswith(("me", "ber")) and is_verb(words[0])]
        for m, words in acts:
            if len(words) == 1 and _TRANSITIVE.fullmatch(words[0]) and is_verb(words[0]) and len(formed) >= _FEW:
                what = say('"{word}" alone does not say with what it is done', word=words[0].capitalize())
                yield Finding(("kegiatan", n, "alur", m, "uraian"), what, say("add what it is done with"))


@rule("FL81", "info", source="sopgen: what was incomplete is brought anew before it is looked at again", sure="own")
def returns_lead_to_what_is_mended(subject: Subject) -> Iterator[Finding]:
    """Who was told what is missing comes back with it: not at once to the same question.

    A step that tells what is missing and leads straight to the decision which found it asks the same of the same
    papers. A hint.

    Wrong:
        - {id: l4, uraian: Memberitahukan kekurangan berkas, ke: l3}   # l3: Apakah berkas lengkap?
    Right:
        - {id: l4, uraian: Memberitahukan kekurangan berkas, ke: l1}   # l1: Menyerahkan berkas
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        asked = {step.id: step for step in activity.alur if step.simbol is Symbol.DECISION}
        edges = [(edge.source, edge.target) for edge in arrows(activity.alur)]
        for m, step in enumerate(activity.alur):
            back = [to for source, to in edges if source == step.id and to in asked and (to, step.id) in edges]
            if _SENT.match(step.uraian) and back:
                what = say('it leads back to the question itself: "{text}"', text=asked[back[0]].uraian)
                yield Finding(
                    ("kegiatan", n, "alur", m, "ke"), what, say("lead it to the step that brings what is missing")
                )


@rule("FL82", "info", source="Permenpan RB 35/2012, annex, flowchart part: the column says who does a step", sure="B")
def remarks_and_lanes_name_one_role(subject: Subject) -> Iterator[Finding]:
    """A remark that says who does the step names the role of its column, and a lane is of this office.

    A remark "Dilaksanakan oleh Sekretaris" in the column of another role leaves open who does it; Kepala Badan in a
    Dinas is the head of another office; and what the office makes for a citizen is not handed over by the citizen. A
    hint.

    Wrong:
        - {id: l3, pelaksana: kasi, keterangan: [Dilaksanakan oleh Sekretaris]}
    Right:
        - {id: l3, pelaksana: sekretaris}
    """
    sop = subject.sop
    lanes = {lane.id: lane for lane in sop.pelaksana}
    own = " ".join([sop.identitas.satuan_kerja, subject.unit.nama, *subject.unit.kop]).casefold()
    for n, lane in enumerate(sop.pelaksana):
        named = _HEAD.match(lane.label.strip())
        if named and named["kind"].casefold() not in own and _IN_SHORT.get(named["kind"].casefold(), "-") not in own:
            what = say(
                '"{text}" is the head of another office than {unit}', text=lane.label, unit=sop.identitas.satuan_kerja
            )
            yield Finding(("pelaksana", n, "label"), what, say("correct one of the two"))
    for n, activity in enumerate(sop.kegiatan):
        for m, step in enumerate(activity.alur):
            loc: Loc = ("kegiatan", n, "alur", m)
            yield from _said_otherwise(loc, step, lanes)
            if _hands_over_its_own(step, activity, lanes):
                what = say('"{text}" is not done by {role}', text=step.uraian, role=lanes[step.lanes[0]].label)
                yield Finding((*loc, "pelaksana"), what, say("put it into the lane of the official who does it"))


def _said_otherwise(loc: Loc, step: Step, lanes: dict[str, Lane]) -> Iterator[Finding]:
    own = [name.casefold() for one in step.lanes if one in lanes for name in (lanes[one].label, *lanes[one].alias)]
    for k, text in enumerate(step.keterangan):
        found = _BY.match(text)
        role = found["role"].casefold() if found else ""
        if role and own and not any(role in name or name in role for name in own):
            what = say(
                '"{text}", but the column is that of {role}',
                text=found[0] if found else "",
                role=lanes[step.lanes[0]].label,
            )
            yield Finding((*loc, "keterangan", k), what, say("correct one of the two"))


def _hands_over_its_own(step: Step, activity: Activity, lanes: dict[str, Lane]) -> bool:
    """Tell a citizen who hands over what the activity makes for him."""
    found = _HANDS_OVER.match(step.uraian)
    citizen = step.lanes and all(one in lanes and _CITIZEN.match(lanes[one].label.strip()) for one in step.lanes)
    made = {
        item_key(item)
        for one in activity.alur
        if one.mutu_baku and not set(one.lanes) & set(step.lanes)
        for item in one.mutu_baku.keluaran
    }
    what = item_key(found["what"]) if found else ""
    given = {item_key(item) for item in activity.mutu_baku.keluaran}
    return bool(citizen and what and any(item.startswith(what) and item in made for item in given))


@rule("FL83", "info", source=STANDARD, sure="own")
def nothing_is_made_twice(subject: Subject) -> Iterator[Finding]:
    """A paper comes out of one step: what is signed later does not come out before.

    Where a step gives the very paper that a later step signs or issues, one of the two outputs was copied. A hint.

    Wrong:
        - {id: l7, uraian: Memeriksa konsep akta, mutu_baku: {keluaran: [Akta], ...}}
        - {id: l8, uraian: Menandatangani akta, mutu_baku: {keluaran: [Akta], ...}}
    Right:
        - {id: l7, uraian: Memeriksa konsep akta, mutu_baku: {keluaran: [Konsep akta yang diperiksa], ...}}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        signed = {
            item_key(item): m
            for m, step in enumerate(activity.alur)
            if step.mutu_baku and _MAKES.match(step.uraian)
            for item in step.mutu_baku.keluaran
            if item_key(item) not in {item_key(one) for one in step.mutu_baku.kelengkapan}
        }
        for m, step in enumerate(activity.alur):
            for k, item in enumerate(step.mutu_baku.keluaran if step.mutu_baku else ()):
                later = signed.get(item_key(item), -1)
                if later > m and step.mutu_baku and item_key(item) not in map(item_key, step.mutu_baku.kelengkapan):
                    loc: Loc = ("kegiatan", n, "alur", m, "mutu_baku", "keluaran", k)
                    what = say('"{item}" comes out of step "{id}" only', item=bare(item), id=activity.alur[later].id)
                    yield Finding(loc, what, say("write what this step makes"))
