"""The goals of task orders, each as a ratio in one run (bench.py measures them), and two tables without goals.

python benchmarks/orders.py [ways] [register]
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final

from results import Result, ours_of_peer

HERE = Path(__file__).parent
LIMIT_MB = 250
EXPONENT = 1.03
FLAT = 1.25


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def head(*cells: str) -> None:
    print()
    row(*cells)
    row(*["---"] * len(cells))


def interleaved(*sides: tuple[Callable[[], object], int], rounds: int) -> list[float]:
    """Return the median milliseconds of each side; they take turns, so that a drift of the machine hits all alike.

    A side is its work and how often it runs a round.
    """
    found: list[list[float]] = [[] for _ in sides]
    for turn in range(rounds + 1):
        for times, (work, repeats) in zip(found, sides, strict=True):
            started = time.perf_counter()
            for _ in range(repeats):
                work()
            if turn:  # the first round warms up
                times.append((time.perf_counter() - started) / repeats * 1000)
    return [statistics.median(times) for times in found]


def docx() -> Iterator[Result]:
    """A Word letter for one person against docxtpl and against zlib."""
    from office import plan
    from rivals import WORD, bare_docxtpl, zlib_floor

    from sopgen.render.word.letters.order import DocxLetterMaker, to_docx

    for code, words in ((True, "with code"), (False, "without code")):
        letter_maker, plans = DocxLetterMaker(WORD), [plan(n, code=code) for n in range(1, 201)]
        turn = count()
        floor = zlib_floor([letter_maker.docx(plan) for plan in plans])

        def each(make: Callable[[Any], object], turn: Iterator[int] = turn, plans: list[Any] = plans) -> object:
            return make(plans[next(turn) % len(plans)])

        slow, bare, fast, least = interleaved(
            (partial(each, lambda one: to_docx(one, WORD)), 2),
            (partial(each, bare_docxtpl), 2),
            (partial(each, letter_maker.docx), 100),
            (floor, 100),
            rounds=9,
        )
        yield ours_of_peer(f"DOCX {words}: docxtpl as we use it / ours", fast, slow, "ms", least=100)
        yield ours_of_peer(f"DOCX {words}: docxtpl fill and save alone / ours", fast, bare, "ms", least=100)
        yield ours_of_peer(f"DOCX {words}: ours / zlib's floor", fast, least, "ms", most=2)


def pdf() -> Iterator[Result]:
    """A PDF letter for one person against WeasyPrint and against a bare loop over Typst's compiler."""
    from office import TEMPLATES, plan
    from rivals import WeasyLetter, typst_loop

    from sopgen.jobs.letters.maker import LetterMaker

    rounds, each = 7, 10
    for code, words in ((True, "with code"), (False, "without code")):
        # No letter twice: Typst remembers what it has set.
        numbers = count(1)
        sides = [iter([plan(next(numbers), code=code) for _ in range((rounds + 1) * each)]) for _ in range(3)]
        letter_maker, weasy = LetterMaker(TEMPLATES), WeasyLetter(plan(0, code=code))
        other, ours, bare = interleaved(
            (lambda weasy=weasy, plans=sides[0]: weasy.pdf(next(plans)), 1),
            (lambda letter_maker=letter_maker, plans=sides[1]: letter_maker.files(next(plans), ("pdf",)), each),
            (typst_loop(list(sides[2])), each),
            rounds=rounds,
        )
        yield ours_of_peer(f"PDF {words}: WeasyPrint / ours", ours, other, "ms", least=10)
        yield ours_of_peer(f"PDF {words}: ours / bare Typst loop", ours, bare, "ms", most=1.2)


def run(letters: int, formats: Sequence[str], **more: Any) -> dict[str, float]:
    """Issue letters in a process of its own; return its seconds and its peak of memory (MB)."""
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        told = {"register": "", "way": 1, "printed": False, "code": True, "folder": folder, **more}
        if told["register"] == "sqlite":
            told["register"] = f"sqlite:///{folder}/register.sqlite"
        words = [sys.executable, str(HERE / "one_run.py"), json.dumps({**told, "count": letters, "formats": formats})]
        made = subprocess.run(words, check=True, stdout=subprocess.PIPE)
        found: dict[str, float] = json.loads(made.stdout)
        return found


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Return the power of the count that the time grows with, fitted by least squares."""
    x, y = [math.log(letters) for letters, _ in points], [math.log(seconds) for _, seconds in points]
    return statistics.linear_regression(x, y).slope


def letter() -> Iterator[Result]:
    """A Word letter from its plan to its file, number, seal and code with it, beside zxing alone for the code."""
    letters = 2000
    took = run(letters, ("docx",), register="sqlite")["cpu"] / letters * 1000
    alone = codes_alone(200)
    figures = f"{letters:,} letters, {took:.2f} ms each of CPU; zxing alone for the code {alone:.2f}"
    yield Result("DOCX letter end to end, CPU, ms", figures, took, most=1.0, ratio=took / alone)


def codes_alone(count: int) -> float:
    """Return the CPU milliseconds that zxing takes for the modules of one code."""
    import zxingcpp
    from office import sealed_text

    texts = [sealed_text(n) for n in range(count)]
    begun = time.process_time()
    for text in texts:
        zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return (time.process_time() - begun) / count * 1000


def line() -> Iterator[Result]:
    """CPU and memory from few letters to many, through the whole way: plans, codes, files, numbers."""
    for formats, counts in ((("docx",), (100, 1000, 5000)), (("pdf",), (100, 300, 1000))):
        name = f"{'+'.join(formats).upper()} with register"
        found = {n: run(n, formats, register="sqlite") for n in counts}
        yield linear(name, found)
        yield from memory(name, {n: one["peak"] for n, one in found.items()})


def linear(name: str, found: Mapping[int, Mapping[str, float]]) -> Result:
    """Judge the CPU time, which other work on the machine hardly touches; tell the wall time too."""
    told = ", ".join(f"{n:,}: {one['cpu']:.2f} s of CPU in {one['seconds']:.2f} s" for n, one in found.items())
    power = exponent([(n, one["cpu"]) for n, one in found.items()])
    return Result(f"{name}: power of the count", told, power, most=EXPONENT)


def memory(name: str, peaks: Mapping[int, float]) -> Iterator[Result]:
    """Judge the highest peak, and that the largest run takes hardly more than the smallest."""
    told = ", ".join(f"{n:,}: {peak:.0f}" for n, peak in peaks.items())
    yield Result(f"{name}: peak memory, MB", told, max(peaks.values()), most=LIMIT_MB)
    if len(peaks) > 1:
        growth = max(peaks.values()) / min(peaks.values())
        yield Result(f"{name}: growth of the peak", told, growth, most=FLAT)


def print_run() -> Iterator[Result]:
    """The print run: one PDF of all letters with their copies."""
    found = {n: run(n, ("pdf",), register="sqlite", printed=True) for n in (100, 500)}
    yield linear("PDF with print run", found)
    yield from memory("PDF with print run", {n: one["peak"] for n, one in found.items()})


def command(letters: int, *more: str) -> float:
    """Return the seconds of the whole command `sopgen order`, its start and its first letters counted."""
    from office import DAY, folder_for

    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        words = folder_for(Path(folder), letters)
        told = {**os.environ, "SOPGEN_KEY": str(Path(folder) / "kunci.pem")}
        begin = [*words[:3], "register", "begin", "--start", "1", "--year", str(DAY.year)]
        subprocess.run(begin, cwd=folder, env=told, check=True, capture_output=True)
        started = time.perf_counter()
        subprocess.run([*words, *more], cwd=folder, env=told, check=True, capture_output=True)
        return time.perf_counter() - started


def workers() -> Iterator[Result]:
    """Two processes against one, by the whole command; the best of some pairs, since the cores may not be free."""
    pairs = [(command(600), command(600, "--workers", "2")) for _ in range(2)]
    seen = ", ".join(f"{one:.1f} / {two:.1f} s" for one, two in pairs)
    best = max(one / two for one, two in pairs)
    yield Result("`sopgen order`, 600 letters: 1 process / 2, best pair", seen, best, least=1.8)
    found = run(500, ("docx", "pdf"), register="sqlite", way=2)
    yield from memory("2 processes, the largest", {500: max(found["peak"], found["worker"])})


def ways() -> None:
    """Letters a second by format and by who makes them."""
    head("letters a second, with register", "1 process", "2 processes", "LocalCluster of 2")
    for formats, letters in ((("docx",), 3000), (("pdf",), 1000), (("docx", "pdf"), 1000)):
        best: list[float] = []
        for way in (1, 2, "dask"):
            runs = [run(letters, formats, register="sqlite", way=way) for _ in range(2)]
            best.append(letters / min(one["seconds"] for one in runs))
        row(f"{' and '.join(formats).upper()}, a run of {letters:,}", *(f"{rate:,.0f}" for rate in best))


def register() -> None:
    from registers import BATCH, measured

    head("register, letters a second", "one by one", f"{BATCH} at once", "2 processes together")
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        for name, paces in measured(Path(folder)):
            row(name, *(f"{one.letters:,.0f} ({one.ratio:.2f} a flush of {one.disk:,.0f})" for one in paces))


PARTS: Final = {
    "docx": docx,
    "letter": letter,
    "pdf": pdf,
    "line": line,
    "print": print_run,
    "workers": workers,
}
TABLES: Final = {"ways": ways, "register": register}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("tables", nargs="*", choices=[*TABLES, []], help="default: both")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    for name in asked.parse_args().tables or TABLES:
        TABLES[name]()
    print(f"\nload {os.getloadavg()[0]:.1f} at the end, our own work counted")


if __name__ == "__main__":
    main()
