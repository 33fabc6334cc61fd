"""Random prose SOPs: chapters up to six levels deep, texts of up to 1,500 letters, papers and margins."""

from pathlib import Path
from random import Random
from typing import Any, Final

import yaml
from tests.random_sops import WORDS, random_page, random_sop, random_text

ROOT: Final = Path(__file__).parents[1]
EXAMPLE: Final = ROOT / "spec" / "contoh" / "naskah-penjagaan"
TEXT: Final = (*WORDS, "perundang-undangan", "sehari-hari", "masing-masing", "Undang-Undang", "(dua)", "yang", "dan")
Item = dict[str, Any] | str


def random_prose(seed: int, folder: Path) -> Path:
    """Write a spec folder with a random edition in prose, some with a cover or a flow; return the edition's path."""
    random = Random(seed)
    data = yaml.load((EXAMPLE / "sop.yaml").read_text("utf-8"), yaml.CSafeLoader)
    data["halaman"] = {"dokumen": random_page(random, "tegak")}
    data["penomoran"] = random.choice(["bersambung", "per_bab"])
    data["kata_sambung"] = random.choice([True, False])
    data["bab"] = [_chapter(random) for _ in range(random.randint(1, 6))]
    data["bab"][0]["isi"] += [{"judul": "Dasar", "daftar": "dasar_hukum"}, {"teks": "Alat:", "daftar": "peralatan"}]
    if random.random() < 0.3:
        titles = [random_text(random, 10, 90, TEXT) for _ in range(3)]
        data["sampul"] = {"judul": titles, "tahun": "2026", "instansi": [random_text(random, 10, 60, TEXT)]}
    if random.random() < 0.3:
        with_flow = yaml.load(
            random_sop(seed, folder / "alur", steps=9, lanes=5).read_text("utf-8"), yaml.CSafeLoader
        )
        data |= {key: with_flow[key] for key in ("tata_letak", "isi_simbol", "pelaksana", "kegiatan")}
    if seed % 3 == 1:
        data["paraf"] = ["Konseptor", "Kasium", "Waka"]
    if seed % 4 == 1:
        data["keputusan"] = _decree(Random(-seed))
    (folder / "sop" / "contoh").mkdir(parents=True)
    (folder / "satuan.yaml").write_bytes((EXAMPLE / "satuan.yaml").read_bytes())
    path = folder / "sop" / "contoh" / "2026.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def _decree(random: Random) -> dict[str, Any]:
    """Return the decree whose annex the SOP is."""
    return {
        "bentuk": "keputusan",
        "judul": ["KEPUTUSAN KEPALA KEPOLISIAN RESOR CONTOH"],
        "nomor": "Kep/1/I/2026",
        "tentang": random_text(random, 10, 90, TEXT),
        "jabatan": "KEPALA KEPOLISIAN RESOR CONTOH,",
        "menimbang": [random_text(random, 10, 400, TEXT) for _ in range(random.randint(1, 6))],
        "mengingat": ["Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia"],
        "menetapkan": random_text(random, 10, 90, TEXT),
        "isi": [random_text(random, 10, 700, TEXT) for _ in range(random.randint(1, 6))],
        "tempat": "Contoh",
        "tanggal": None,
    }


def _chapter(random: Random) -> dict[str, Any]:
    chapter: dict[str, Any] = {"judul": random_text(random, 6, 80, TEXT), "isi": _items(random, 1)}
    if random.random() < 0.3:
        chapter["teks"] = random_text(random, 20, 1500, TEXT)
    return chapter


def _items(random: Random, level: int) -> list[Item]:
    most = {1: 6, 2: 5}.get(level, 3)
    return [_item(random, level) for _ in range(random.randint(1, most))]


def _item(random: Random, level: int) -> Item:
    text = random_text(random, 8, 1500, TEXT)
    if random.random() < 0.4:
        return text
    item: dict[str, Any] = {"teks": text}
    if random.random() < 0.4:
        item = {"judul": random_text(random, 4, 120, TEXT)} | (item if random.random() < 0.5 else {})
    if random.random() < 0.15:
        item["tabel"] = _table(random)
    if level < 6 and random.random() < 0.5:
        item["isi"] = _items(random, level + 1)
    elif random.random() < 0.1:
        item["tanpa_nomor"] = True
    return item


def _table(random: Random) -> dict[str, Any]:
    columns = random.randint(1, 4)
    table: dict[str, Any] = {"kepala": [random_text(random, 3, 25, TEXT) for _ in range(columns)]}
    if random.random() < 0.5:
        table["lebar"] = [random.randint(2, 4) for _ in range(columns)]
    rows = random.randint(1, 12)
    table["baris"] = [[random_text(random, 3, 120, TEXT) for _ in range(columns)] for _ in range(rows)]
    return table
