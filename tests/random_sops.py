"""Random SOPs of the sizes that offices have: texts, lanes, steps, papers, margins, both layouts."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

CONTOH: Final = Path(__file__).parent / "contoh"
NAMES: Final = ("Kasat", "Binmas", "Bhabinkamtibmas", "Kesekretariatan", "Kepala", "Seksi", "Kesiapsiagaan", "dan")
# As long as a word of a name is (24 letters), and one that is parted in few places.
LONG: Final = ("Pertanggungjawabannyalah", "Kestrukturalan")
TEXT: Final = (
    "surat",
    "memeriksa",
    "pertanggungjawaban",
    "(T-2)",
    "/",
    ":",
    "14",
    "No.",
    "SOP/01/IX/2026",
    "di",
    "SKCK",
)
WORDS: Final = (*NAMES, *TEXT)
MARGINS: Final = (10, 10, 15, 15, 20, 20, 25, 25, 30, 40)
LISTS: Final = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)
PAPERS: Final = ("A4", "F4", "Legal", "Letter", "A3")


def random_sop(seed: int, folder: Path, *, steps: int = 60, lanes: int = 16) -> Path:
    """Write a spec folder with one random edition of at most so many steps and lanes; return the edition's path.

    Most are of the sizes that offices have; one in five may have all of them.
    """
    random = Random(seed)
    data = yaml.load((CONTOH / "sop.yaml").read_text("utf-8"), yaml.CSafeLoader)
    data["tata_letak"] = random.choice(["per_langkah", "per_langkah", "per_kegiatan"])
    data["isi_simbol"] = random.choice(["nomor", "nomor", "uraian"])
    data["halaman"] = {"dokumen": random_page(random, "tegak"), "tabel": random_page(random, "mendatar")}
    if random.random() < 0.8:
        steps, lanes = min(steps, 25), min(lanes, 9)
    names = (*NAMES, *LONG) if random.random() < 0.2 else NAMES
    roles = [{"id": f"p{n}", "label": random_text(random, 6, 60, names)} for n in range(random.randint(1, lanes))]
    data["pelaksana"] = roles
    for name in LISTS:
        data[name]["isi"] = [random_text(random, 4, 1500) for _ in range(random.randint(1, 6))]
    for activity in data["kegiatan"]:
        activity["maksud"]["isi"] = [random_text(random, 1, 1500) for _ in range(random.randint(0, 4))]
        activity["tujuan"]["isi"] = [random_text(random, 1, 400) for _ in range(random.randint(0, 6))]
        activity["alur"] = _flow(random, [role["id"] for role in roles], random.randint(1, steps))
        activity["keterangan"] = [random_text(random, 1, 120)]
    if seed % 2:
        _add_rows(Random(-seed), data)
    (folder / "sop" / "contoh").mkdir(parents=True)
    (folder / "satuan.yaml").write_bytes((CONTOH / "satuan.yaml").read_bytes())
    path = folder / "sop" / "contoh" / "2026.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return path


TIMES: Final = ("120 menit / 3 hari", "1-3 hari", "1,5 jam", "15 menit/berkas", "5 hari kerja", "sesuai jadwal")


def _add_rows(random: Random, data: dict[str, Any]) -> None:
    """Add rows of several steps, sub-steps, cells over several rows, further columns, times as they are written."""
    data["kolom_tambahan"] = [{"id": "a", "judul": "Aparat"}, {"id": "c", "judul": "Cek", "lebar": 10}]
    data["kolom_tambahan"] = data["kolom_tambahan"][: random.randint(0, 2)]
    for activity in data["kegiatan"]:
        taken: list[str] = []
        for n, step in enumerate(activity["alur"]):
            if n and step["pelaksana"] not in taken and random.random() < 0.3:
                step["sebaris"] = True
                del step["mutu_baku"]
                taken.append(step["pelaksana"])
                continue
            taken = [step["pelaksana"]]
            _vary(random, step, first=n == 0)
            if data["kolom_tambahan"] and random.random() < 0.5:
                step["tambahan"] = {"a": [random_text(random, 4, 30)]}


def _vary(random: Random, step: dict[str, Any], *, first: bool) -> None:
    if random.random() < 0.4:
        step["mutu_baku"]["waktu"] = random.choice(TIMES)
    if first:
        return
    kind = random.choice(["", "", "sublangkah", "induk"])
    if kind:
        step[kind] = random_text(random, 8, 60) if kind == "induk" else True
    if kind != "induk" and random.random() < 0.4:
        step["bersama"] = "mutu_baku"
        del step["mutu_baku"]


def random_page(random: Random, lie: str) -> Mapping[str, Any]:
    """Return a sheet that lies as it does mostly, now and then the other way."""
    lie = lie if random.random() < 0.8 else {"tegak": "mendatar", "mendatar": "tegak"}[lie]
    margin = {side: random.choice(MARGINS) for side in ("atas", "kanan", "bawah", "kiri")}
    return {"kertas": random.choice(PAPERS), "orientasi": lie, "margin": margin}


def random_text(random: Random, least: int, most: int, words: tuple[str, ...] = WORDS) -> str:
    """Return words of together so many letters; now and then with ends of lines."""
    length = min(most, round(least + random.expovariate(8 / most)))
    text = random.choice(words)
    while len(text) < length:
        text += random.choice([" "] * 12 + ["\n"] * (length > 100)) + random.choice(words)
    return text.strip(" :/(\n") or "data"


def _flow(random: Random, roles: list[str], count: int) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = []
    for n in range(count):
        step: dict[str, Any] = {
            "id": f"l{n}",
            "pelaksana": random.choice(roles),
            "uraian": random_text(random, 8, 600),
        }
        if n == 0:
            step["simbol"] = "mulai"
        elif n == count - 1:
            step["simbol"] = "selesai"
        elif random.random() < 0.15:
            step |= {"simbol": "keputusan", "cabang": {"Ya": f"l{n + 1}", "Tidak": f"l{random.randrange(n)}"}}
        items = [random_text(random, 4, 200) for _ in range(random.randint(0, 3))]
        step["mutu_baku"] = {
            "kelengkapan": items,
            "waktu": {"nilai": random.randint(1, 300), "satuan": random.choice(["menit", "jam", "hari"])},
            "keluaran": [random_text(random, 4, 80)],
        }
        steps.append(step)
    return steps
