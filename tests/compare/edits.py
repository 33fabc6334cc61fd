"""Random edits of an edition, as staff make them: words, items, steps, activities, roles, measures."""

import copy
import random
from typing import Any

from hypothesis import strategies as st

from sopgen.model.sop import Sop

WORDS = ("dan", "laporan", "Nomor 3 Tahun 2015", "petugas", "di lapangan", "x", "bersama-sama")
Data = dict[str, Any]


def reworded(text: str, chance: random.Random) -> str:
    """Change, add or take away a word of a text."""
    found = text.split(" ")
    place = chance.randrange(len(found))
    found[place : place + chance.randrange(2)] = chance.sample(WORDS, chance.randrange(1, 3))
    return " ".join(found)


def lists_of_texts(data: Data) -> list[list[str]]:
    sections = [data[key]["isi"] for key in ("dasar_hukum", "kualifikasi_pelaksana", "peralatan", "peringatan")]
    parts = [activity[key]["isi"] for activity in data["kegiatan"] for key in ("maksud", "tujuan")]
    lists = [activity["mutu_baku"][key] for activity in data["kegiatan"] for key in ("kelengkapan", "keluaran")]
    return [data["sampul"]["instansi"], *sections, *parts, *lists]


def edit_item(data: Data, chance: random.Random) -> None:
    items = chance.choice([some for some in lists_of_texts(data) if some])
    place = chance.randrange(len(items))
    items[place] = reworded(items[place], chance)


def add_item(data: Data, chance: random.Random) -> None:
    items = chance.choice(lists_of_texts(data))
    text = reworded(chance.choice(items), chance) if items else "Laporan hasil kegiatan"
    items.insert(chance.randint(0, len(items)), text)


def drop_item(data: Data, chance: random.Random) -> None:
    items = chance.choice([some for some in lists_of_texts(data) if len(some) > 1])
    del items[chance.randrange(len(items))]


def move_item(data: Data, chance: random.Random) -> None:
    items: list[Any] = chance.choice([*lists_of_texts(data), data["kegiatan"]])
    if items:
        items.insert(chance.randrange(len(items)), items.pop(chance.randrange(len(items))))


def edit_value(data: Data, chance: random.Random) -> None:
    place = chance.choice(
        [(data, "judul"), (data["identitas"]["nomor_sop"], "nilai"), (data["kepala_tabel"], "waktu")]
        + [(data[key], "judul") for key in ("dasar_hukum", "peralatan")]
        + [(activity, "judul") for activity in data["kegiatan"]]
        + [(lane, "label") for lane in data["pelaksana"]]
    )
    place[0][place[1]] = reworded(place[0][place[1]], chance)


def edit_date(data: Data, chance: random.Random) -> None:
    key = chance.choice(["tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"])
    day = chance.choice([None, "2019-09-03", "2026-01-02"])
    data["identitas"][key] |= {"nilai": day, "tertulis": chance.choice([None, "02 JANUARI 2026"])}


def edit_time(data: Data, chance: random.Random) -> None:
    quality = chance.choice(data["kegiatan"])["mutu_baku"]
    quality["waktu"] = chance.choice([None, {"nilai": 2, "satuan": "hari"}, {"nilai": 1, "satuan": "jam"}])


def edit_step(data: Data, chance: random.Random) -> None:
    step = chance.choice(chance.choice(data["kegiatan"])["alur"])
    if chance.randrange(2):
        step["uraian"] = reworded(step["uraian"] or "Mencatat", chance)
    else:
        step["pelaksana"] = chance.choice(data["pelaksana"])["id"]


def add_step(data: Data, chance: random.Random) -> None:
    steps = chance.choice(data["kegiatan"])["alur"]
    fresh = next(name for n in range(99) if (name := f"t{n}") not in {step["id"] for step in steps})
    role = chance.choice(data["pelaksana"])["id"]
    steps.insert(chance.randrange(1, len(steps)), {"id": fresh, "pelaksana": role, "uraian": "Mencatat hasil"})


def drop_step(data: Data, chance: random.Random) -> None:
    steps = chance.choice(data["kegiatan"])["alur"]
    targets = {one for step in steps for one in (step.get("cabang") or {}).values()} | {s.get("ke") for s in steps}
    plain = [step for step in steps[1:-1] if not step.get("cabang") and step["id"] not in targets]
    if len(plain) > 1:
        steps.remove(chance.choice(plain))


def add_activity(data: Data, chance: random.Random) -> None:
    activities = data["kegiatan"]
    fresh = copy.deepcopy(chance.choice(activities))
    fresh["id"] = next(name for name in "DEFGHIJKLMNOP" if name not in {one["id"] for one in activities})
    fresh["judul"] = f"{fresh['id']}. KEGIATAN BARU"
    activities.insert(chance.randint(0, len(activities)), fresh)


def drop_activity(data: Data, chance: random.Random) -> None:
    if len(data["kegiatan"]) > 1:
        del data["kegiatan"][chance.randrange(len(data["kegiatan"]))]


def add_lane(data: Data, chance: random.Random) -> None:
    if len(data["pelaksana"]) < 8:
        taken = {lane["id"] for lane in data["pelaksana"]}
        fresh = next(name for n in range(99) if (name := f"p{n}") not in taken)
        data["pelaksana"].insert(chance.randint(0, len(data["pelaksana"])), {"id": fresh, "label": "Bripka jaga"})


def edit_page(data: Data, chance: random.Random) -> None:
    page = data["halaman"][chance.choice(["dokumen", "tabel"])]
    page["margin"]["atas"] = chance.choice([20.0, 21.0])
    page["kertas"] = "F4"


EDITS = (
    edit_item,
    add_item,
    drop_item,
    move_item,
    edit_value,
    edit_date,
    edit_time,
    edit_step,
    add_step,
    drop_step,
    add_activity,
    drop_activity,
    add_lane,
    edit_page,
)


def edited(sop: Sop, seed: int, most: int = 6) -> Sop:
    """Return the edition after some edits that the seed chooses."""
    chance = random.Random(seed)
    data = sop.model_dump(mode="json")
    for _ in range(chance.randint(1, most)):
        chance.choice(EDITS)(data, chance)
    return Sop.model_validate(data)


def with_(sop: Sop, path: str, value: object) -> Sop:
    """Return the edition with a value put at a path such as `dasar_hukum.isi.3`."""
    data = sop.model_dump(mode="json")
    *keys, last = path.split(".")
    place: Any = data
    for key in keys:
        place = place[int(key)] if isinstance(place, list) else place[key]
    place[int(last) if isinstance(place, list) else last] = value
    return Sop.model_validate(data)


seeds = st.integers(0, 10**9)
