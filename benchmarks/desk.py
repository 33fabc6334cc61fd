"""Time a keystroke at the desk to the painted page, in a real browser, beside a bare Typst compile of the same pages.

Four editions: the draft of the FKPM, one with a step a row, a prose SOP, and a flow of 60 steps in 12 lanes.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page
from results import Result

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.desk_fixture import browser, desk_in, opened_page  # noqa: E402

from sopgen.jobs.preview.document import Preview  # noqa: E402
from sopgen.read.load import load_edition  # noqa: E402
from sopgen.render import live_page  # noqa: E402
from sopgen.workspace import start  # noqa: E402

KEYS = 60
# Milliseconds between two keys of who types fast.
PACE = 90
GOALS = {
    "fkpm": (100, 200),
    "per langkah": (100, 200),
    "prosa": (100, 200),
    "60 langkah": (200, 400),
    "60 langkah, alur": (200, 400),
}


def long_flow(spec: str) -> str:
    """Return the FKPM's draft with one activity of 60 steps in 12 lanes."""
    head, rest = spec.split("\npelaksana:\n")
    reasons = rest[rest.index("\nalasan_perubahan:") :]
    lanes = "".join(f"  - {{id: p{n}, label: Pelaksana {n}}}\n" for n in range(12))
    steps = []
    for n in range(60):
        kind = "mulai" if n == 0 else "selesai" if n == 59 else "keputusan" if n % 9 == 5 else "proses"
        exits = f", cabang: {{Ya: s{n + 1}, Tidak: s{n - 2}}}" if kind == "keputusan" else ""
        steps.append(
            f"      - {{id: s{n}, pelaksana: p{n * 5 % 12}, simbol: {kind}, uraian: Periksa berkas {n}{exits}}}\n"
        )
    activity = (
        "  - id: A\n    nomor: '1.'\n    judul: A. PELAYANAN\n    alur:\n" + "".join(steps) + "    mutu_baku:\n"
        "      kelengkapan: [Berkas]\n      waktu: {nilai: 1, satuan: jam}\n      keluaran: [Surat]\n"
    )
    text = f"{head}\npelaksana:\n{lanes}\nkegiatan:\n{activity}{reasons}"
    return text.replace("tata_letak: per_kegiatan", "tata_letak: per_langkah").replace("isi_simbol: uraian\n", "")


@contextmanager
def offices() -> Iterator[dict[str, tuple[Path, str, str]]]:
    """Make a folder for each edition: the folder, the name of the edition, the field that is typed into."""
    with tempfile.TemporaryDirectory() as place:
        fkpm, prose, long = Path(place, "fkpm"), Path(place, "prosa"), Path(place, "panjang")
        steps = Path(place, "langkah")
        start(fkpm)
        start(steps, "permenpan")
        start(prose, "naskah-penjagaan")
        start(long)
        draft = long / "spec" / "sop" / "fkpm" / "2026-draf.yaml"
        draft.write_text(long_flow(draft.read_text("utf-8")), "utf-8")
        yield {
            "fkpm": (fkpm, "fkpm/2026-draf", "peringatan.isi[1]"),
            "per langkah": (steps, only(steps), "peringatan.isi[0]"),
            "prosa": (prose, only(prose), "bab[0].isi[0].isi[0]"),
            "60 langkah": (long, "fkpm/2026-draf", "kegiatan[0].mutu_baku.kelengkapan[0]"),
        }


def only(folder: Path) -> str:
    path = next((folder / "spec" / "sop").glob("*/*.yaml"))
    return f"{path.parent.name}/{path.stem}"


def words_typed() -> str:
    words = "anggota wajib mencatat setiap kejadian di buku mutasi jaga "
    return (words * (1 + KEYS // len(words)))[:KEYS]


def typed(page: Page, origin: str, name: str, field: str) -> list[float]:
    """Type into a field, and return how long each key took to the painted page (ms)."""
    page.goto(f"{origin}/#/naskah/{name}")
    page.wait_for_selector(".paper svg")
    page.evaluate("globalThis.sopgenTimes = []")
    page.evaluate("path => document.dispatchEvent(new CustomEvent('sopgen-tempat', {detail: path}))", field)
    place = page.locator(f'[data-di="{field}"]')
    place.wait_for()
    place.click()
    place.press_sequentially(words_typed(), delay=PACE)
    page.wait_for_timeout(600)
    lost = words_typed() not in place.input_value()
    times = json.loads(page.evaluate("JSON.stringify(globalThis.sopgenTimes)"))
    if lost:
        raise AssertionError(f"letters were lost: {place.input_value()}")
    return [one["ms"] for one in times if one["act"] == "set"][2:]


def typed_in_flow(page: Page, origin: str, name: str) -> list[float]:
    """Type into a step of the flow editor, and return how long each key took to the painted chart (ms)."""
    page.goto(f"{origin}/#/alur/{name}")
    page.wait_for_selector(".fit.good")
    page.evaluate("globalThis.sopgenTimes = []")
    field = page.locator("tr.step textarea").nth(20)
    field.click()
    field.press_sequentially("memeriksa berkas dan mencatatnya dalam buku"[: KEYS // 2], delay=2 * PACE)
    page.wait_for_timeout(600)
    times = json.loads(page.evaluate("JSON.stringify(globalThis.sopgenTimes)"))
    return [one["ms"] for one in times if one["act"] == "set"][2:]


def texts_at(data: object, field: str) -> Iterator[dict[str, str]]:
    """Yield the printed texts of a field in the contents of the pages."""
    if isinstance(data, dict):
        if data.keys() == {"t", "p"} and data["p"].startswith(field):
            yield data
        else:
            for one in data.values():
                yield from texts_at(one, field)
    elif isinstance(data, list):
        for one in data:
            yield from texts_at(one, field)


def bare(folder: Path, name: str, field: str) -> float:
    """Return how long Typst alone takes for the same pages when the text of a field is another (ms)."""
    path = folder / "spec" / "sop" / f"{name}.yaml"
    preview = Preview(path)
    preview.pages(load_edition(path))
    home = next(reversed(live_page.COMPILERS))
    contents = Path(home, live_page.CONTENTS)
    data = json.loads(contents.read_text("utf-8"))
    first = next(texts_at(data, field), None) or next(texts_at(data, ""))
    times = []
    for n in range(12):
        first["t"] += f" {n}"
        contents.write_text(json.dumps(data), "utf-8")
        begun = time.perf_counter()
        live_page.typeset_pages(home)
        times.append((time.perf_counter() - begun) * 1e3)
    preview.close()
    return statistics.median(times[2:])


def processor(process: int) -> float:
    """Return what a process has used of the processor (ms): that does not depend on what else runs."""
    words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) * 1e3 / os.sysconf("SC_CLK_TCK")


def of_keys(what: str, found: list[float], used: float, alone: float) -> Iterator[Result]:
    """Yield the median of the keys and what nine of ten stay under, each compared by its ratio to Typst alone."""
    figures = f"{len(found)} keys, CPU of the desk {used:.0f} ms, Typst alone {alone:.0f} ms"
    middle, slow = statistics.median(found), sorted(found)[int(len(found) * 0.9)]
    for name, took, goal in zip(("median", "p90"), (middle, slow), GOALS[what], strict=True):
        yield Result(f"key to painted page, {what}, {name}, ms", figures, took, most=goal, ratio=took / alone)


def measured(chrome: Browser, folder: Path, name: str, field: str) -> tuple[list[float], float]:
    """Return the times of the keys, and what the desk used of the processor for each."""
    with desk_in(folder, folder / ".setelan") as desk, opened_page(chrome, desk.address) as (page, _):
        page.goto(f"{desk.origin}/#/naskah/{name}")
        page.wait_for_selector(".paper svg")
        begun = processor(desk.process.pid)
        found = typed(page, desk.origin, name, field)
        return found, (processor(desk.process.pid) - begun) / len(found)


def goals() -> Iterator[Result]:
    with offices() as known, browser() as chrome:
        for what, (folder, name, field) in known.items():
            yield from of_keys(what, *measured(chrome, folder, name, field), bare(folder, name, field))
        folder, name, field = known["60 langkah"]
        with desk_in(folder, folder / ".setelan") as desk, opened_page(chrome, desk.address) as (page, _):
            begun = processor(desk.process.pid)
            found = typed_in_flow(page, desk.origin, name)
            used = (processor(desk.process.pid) - begun) / len(found)
            yield from of_keys("60 langkah, alur", found, used, bare(folder, name, field))
