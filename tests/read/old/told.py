"""What a reader of old files found, beside what the edition says from which the file was made: each difference."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopgen.model.flow import Step, Symbol
from sopgen.model.sections import STANDARD
from sopgen.model.sop import Activity, Layout, Sop
from sopgen.plan.table.cells import remarks
from sopgen.read.old.found import Found, FoundActivity, FoundExit, FoundStep, OldSop

# Where it is, what the file was made from, what was found, and the doubt that it was found with.
Difference = tuple[str, object, object, str]


def words(found: Found | None) -> str:
    return found.text if found else ""


def all_words(found: Sequence[Found]) -> list[str]:
    return [one.text for one in found]


def exits(steps: Sequence[Step], place: int) -> list[tuple[int, str]]:
    """Return the exits of a step as a reader finds them: places and words, also the one to the step after it."""
    places = {step.id: n for n, step in enumerate(steps)}
    step = steps[place]
    if step.cabang:
        return sorted((places[to], word) for word, to in step.cabang.items())
    if step.onward:
        return sorted((places[to], "") for to in step.onward)
    return [] if step.simbol is Symbol.END or place == len(steps) - 1 else [(place + 1, "")]


def found_exits(steps: Sequence[FoundStep], place: int) -> list[tuple[int, str]]:
    step = steps[place]
    if step.exits:
        return sorted((one.to, one.label) for one in step.exits)
    return [] if step.symbol is Symbol.END or place == len(steps) - 1 else [(place + 1, "")]


def doubts(exits: Sequence[FoundExit]) -> str:
    return next((one.doubt for one in exits if one.doubt), "")


def flow_differences(
    activity: Activity, lanes: Sequence[str], found: FoundActivity, *, texts: bool = True
) -> Iterator[Difference]:
    """Yield what differs in the flow: number of steps, roles, symbols, exits; the words of the rows too."""
    if len(activity.alur) != len(found.steps):
        yield "steps", len(activity.alur), len(found.steps), found.doubt
        return
    for n, (step, other) in enumerate(zip(activity.alur, found.steps, strict=True)):
        roles = tuple(sorted(lanes.index(lane) for lane in step.lanes))
        if roles != tuple(sorted(other.roles)):
            yield f"{n} roles", roles, other.roles, other.doubt or other.text.doubt
        if step.simbol is not other.symbol:
            yield f"{n} symbol", step.simbol, other.symbol, other.doubt
        if exits(activity.alur, n) != found_exits(found.steps, n):
            yield (
                f"{n} exits",
                exits(activity.alur, n),
                found_exits(found.steps, n),
                doubts(other.exits) or other.doubt,
            )
        if texts and step.uraian != other.text.text:
            yield f"{n} text", step.uraian, other.text.text, other.text.doubt


def row_differences(sop: Sop, activity: Activity, found: FoundActivity) -> Iterator[Difference]:
    """Yield what differs in the cells of the rows of steps; one row may hold several of them."""
    if len(activity.alur) != len(found.steps):
        return
    begins = [n for n, step in enumerate(activity.alur) if not step.sebaris]
    for first, last in pairwise([*begins, len(activity.alur)]):
        own, other = activity.alur[first:last], found.steps[first]
        qualities = [step.mutu_baku for step in own if step.mutu_baku]
        pairs = {
            "kelengkapan": ([item for one in qualities for item in one.kelengkapan], all_words(other.materials)),
            "waktu": ("\n".join(one.time for one in qualities if one.time), words(other.time)),
            "keluaran": ([item for one in qualities for item in one.keluaran], all_words(other.outputs)),
            "keterangan": ([item for step in own for item in remarks(step)], all_words(other.notes)),
            "tambahan": (_further(sop, own), [all_words(one) for one in other.more]),
            "bersama": (own[0].shared, frozenset(other.shared)),
            "sublangkah": ((own[0].sublangkah, own[0].induk or ""), (other.below, words(other.parent))),
            "sebaris": ([step.sebaris for step in own], [one.in_row for one in found.steps[first:last]]),
        }
        yield from ((f"{first} {name}", a, b, other.doubt) for name, (a, b) in pairs.items() if a != b)


def _further(sop: Sop, steps: Sequence[Step]) -> list[list[str]]:
    return [[item for step in steps for item in (step.tambahan or {}).get(one.id, ())] for one in sop.kolom_tambahan]


def differences(sop: Sop, found: OldSop) -> Iterator[Difference]:
    """Yield all that differs between an edition of the official form and what was read out of its document."""
    yield from identity_differences(sop, found)
    yield from list_differences(sop, found)
    if len(sop.kegiatan) != len(found.activities):
        yield "activities", len(sop.kegiatan), len(found.activities), ""
        return
    for one, activity in zip(sop.kegiatan, found.activities, strict=True):
        yield from _activity(sop, one, activity)


def identity_differences(sop: Sop, found: OldSop) -> Iterator[Difference]:
    """Yield what differs in the identity part and on the cover."""
    identity = sop.identitas
    texts = {
        "satuan_kerja": identity.satuan_kerja,
        "nama_singkat": identity.nama_singkat,
        "disahkan_oleh.nilai": identity.disahkan_oleh.nilai,
        "nama_sop.nilai": identity.nama_sop.nilai,
        "nomor_sop.nilai": identity.nomor_sop.nilai,
        "tanggal_pembuatan.nilai": identity.tanggal_pembuatan.printed,
        "tanggal_revisi.nilai": identity.tanggal_revisi.printed,
        "tanggal_efektif.nilai": identity.tanggal_efektif.printed,
        "pengesah.nama": identity.pengesah.nama,
        "pengesah.pangkat": identity.pengesah.pangkat,
        "pengesah.nrp": identity.pengesah.nrp,
    }
    for key, text in texts.items():
        other = found.texts.get(f"identitas.{key}")
        if text != words(other):
            yield key, text, words(other), other.doubt if other else ""
    if sop.sampul:
        cover = [list(sop.sampul.judul), sop.sampul.tahun, list(sop.sampul.instansi)]
        title, office = (all_words(found.lists.get(f"sampul.{key}", ())) for key in ("judul", "instansi"))
        own = [title, words(found.texts.get("sampul.tahun")), office]
        if cover != own:
            yield "sampul", cover, own, ""


def list_differences(sop: Sop, found: OldSop) -> Iterator[Difference]:
    """Yield what differs in the lists of the official form and their heads."""
    for key in STANDARD:
        section = getattr(sop, key)
        items = all_words(found.lists.get(key, ()))
        if list(section.isi) != items:
            yield key, section.isi, items, ""
        if section.judul != words(found.heads.get(key)):
            yield f"{key}.judul", section.judul, words(found.heads.get(key)), ""


def _activity(sop: Sop, one: Activity, found: FoundActivity) -> Iterator[Difference]:
    if one.judul != found.title.text:
        yield "title", one.judul, found.title.text, found.title.doubt
    if [lane.label for lane in sop.pelaksana] != all_words(found.lanes):
        yield "lanes", [lane.label for lane in sop.pelaksana], all_words(found.lanes), ""
    for key in ("maksud", "tujuan"):
        section = getattr(one, key)
        other = found.sections.get(key)
        if list(section.isi) != all_words(other.items if other else ()):
            yield key, section.isi, all_words(other.items if other else ()), ""
    lanes = [lane.id for lane in sop.pelaksana]
    yield from flow_differences(one, lanes, found)
    if sop.tata_letak is Layout.PER_STEP:
        yield from row_differences(sop, one, found)
        return
    quality = one.mutu_baku
    pairs = {
        "nomor": (one.nomor, words(found.number)),
        "kelengkapan": (list(quality.kelengkapan), all_words(found.materials)),
        "waktu": (quality.time, words(found.time)),
        "keluaran": (list(quality.keluaran), all_words(found.outputs)),
        "keterangan": (list(one.keterangan), all_words(found.notes)),
    }
    yield from ((name, a, b, "") for name, (a, b) in pairs.items() if a != b)
