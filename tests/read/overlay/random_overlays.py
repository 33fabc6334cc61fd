"""Random overlays over the shipped draft: what units change, add and leave out, in every notation."""

from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from sopgen.read.source import parse

BASE: Final = Path(__file__).parents[3] / "spec" / "sop" / "fkpm" / "2026-draf.yaml"
LISTS: Final = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
Data = Any


def base_data() -> Data:
    """Return what the base says, without what no unit has of it."""
    data: Data = parse(BASE).data
    return {key: one for key, one in data.items() if key not in ("status", "alasan_perubahan")}


def random_overlay(random: Random) -> Data:
    """Return what a unit says otherwise."""
    base = base_data()
    said: Data = {"identitas": {}}
    if random.random() < 0.5:
        said["judul"] = f"SOP satuan {random.randint(1, 99)}"
    if random.random() < 0.5:
        said["identitas"]["satuan_kerja"] = "SATBINMAS POLRES CONTOH # 2"
    if random.random() < 0.3:
        said["identitas"]["tanpa"] = ["nomor_revisi"]
    if random.random() < 0.3:
        said["identitas"]["nomor_sop"] = {"tanpa": ["judul"], "judul": "NOMOR", "nilai": "SOP/1/I/2026"}
    for name in LISTS:
        if random.random() < 0.5:
            said[name] = {"isi": random_texts(random, base[name]["isi"])}
    said["pelaksana"] = random_items(random, base["pelaksana"], lambda name: {"id": name, "label": f"Peran {name}"})
    said["kegiatan"] = _activities(random, base["kegiatan"])
    return {key: one for key, one in said.items() if one}


def random_texts(random: Random, was: list[str]) -> Data:
    if random.random() < 0.2:
        return [*random.sample(was, random.randint(0, len(was))), "Butir satuan"]
    picked = random.sample(was, random.randint(0, len(was)))
    cut = random.randint(0, len(picked))
    edits: Data = {
        "ganti": [{"dari": one, "menjadi": f"{one} (satuan {n})"} for n, one in enumerate(picked[:cut])],
        "tanpa": picked[cut:],
        "tambah": [],
    }
    for n in range(random.randint(0, 3)):
        place = random.choice(["", "sesudah", "sebelum"]) if was else ""
        anchor = random.choice([*was, *(one["butir"] for one in edits["tambah"] if isinstance(one, dict))])
        edits["tambah"].append({"butir": f"Tambahan {n}", place: anchor} if place else f"Tambahan akhir {n}")
    return {key: one for key, one in edits.items() if one} or ["Butir satuan"]


def random_items(random: Random, was: list[Data], new: Any) -> Data:
    ids = [one["id"] for one in was]
    edits: Data = {"ganti": {}, "tambah": [], "tanpa": random.sample(ids, random.randint(0, len(ids) // 2))}
    for name in random.sample(ids, random.randint(0, len(ids))):
        if name in edits["tanpa"]:
            continue
        edits["ganti"][name] = {"uraian" if "uraian" in was[0] else "label": f"Kata satuan {name}"}
    for n in range(random.randint(0, 4)):
        item = new(f"t{n}")
        place = random.choice(["", "sesudah", "sesudah", "sebelum"])
        if place:
            item[place] = random.choice([*ids, *(one["id"] for one in edits["tambah"])])
        edits["tambah"].append(item)
    free = [name for name in ids if name not in edits["tanpa"]]
    if len(free) > 2 and random.random() < 0.4:
        moved, anchor = random.sample(free, 2)
        edits["ganti"].setdefault(moved, {})[random.choice(["sesudah", "sebelum"])] = anchor
    return {key: one for key, one in edits.items() if one}


def _activities(random: Random, was: list[Data]) -> Data:
    changed: Data = {}
    for one in was:
        if random.random() < 0.6:
            steps = random_items(random, one["alur"], _step)
            said = {"judul": f"{one['judul']} SATUAN"} | ({"alur": steps} if steps else {})
            if one["mutu_baku"]["kelengkapan"]:
                said["mutu_baku"] = {"kelengkapan": random_texts(random, one["mutu_baku"]["kelengkapan"])}
            changed[one["id"]] = said
    edits = {"ganti": changed} if changed else {}
    if random.random() < 0.3:
        edits["tambah"] = [{**was[0], "id": "Z", "sebelum": was[-1]["id"]}]
    if random.random() < 0.2:
        edits["tanpa"] = [was[1]["id"]]
        changed.pop(was[1]["id"], None)
    return {key: one for key, one in edits.items() if one}


def _step(name: str) -> Data:
    return {"id": name, "pelaksana": "kbo_binmas", "simbol": "proses", "uraian": f"Langkah {name}"}


def written(said: Data, base: str = "fkpm/2026") -> str:
    """Return the overlay as a file, with a comment at its head and at each key of the top level."""
    parts = [yaml.safe_dump({key: one}, allow_unicode=True, sort_keys=False, width=1000) for key, one in said.items()]
    return f"# satuan kami\ndasar: {base}\n" + "".join(f"# tentang bagian ini\n{one}" for one in parts)
