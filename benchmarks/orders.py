"""Measure the goals of task orders, each as a ratio in one run; print tables that docs/scale.md can hold.

python benchmarks/orders.py [--full] [docx] [pdf] [line] [print] [workers] [ways] [register]
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
from typing import Any

HERE = Path(__file__).parent
LIMIT_MB = 250
EXPONENT = 1.05
FLAT = 1.25


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def head(*cells: str) -> None:
    print()
    row(*cells)
    row(*["---"] * len(cells))


def judged(what: str, figures: str, goal: str, measured: float, holds: bool) -> None:
    row(what, figures, goal, f"{measured:.2f}", "holds" if holds else "MISSED")


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


def docx() -> None:
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
            rounds=15,
        )
        told = f"{slow:.1f} / {fast:.3f} ms"
        judged(f"DOCX {words}: docxtpl as we use it / ours", told, "≥ 100", slow / fast, slow / fast >= 100)
        told = f"{bare:.1f} / {fast:.3f} ms"
        judged(f"DOCX {words}: docxtpl fill and save alone / ours", told, "≥ 100", bare / fast, bare / fast >= 100)
        told = f"{fast:.3f} / {least:.3f} ms"
        judged(f"DOCX {words}: ours / zlib's floor", told, "≤ 2", fast / least, fast / least <= 2)


def pdf() -> None:
    """A PDF letter for one person against WeasyPrint and against a bare loop over Typst's compiler."""
    from office import TEMPLATES, plan
    from rivals import WeasyLetter, typst_loop

    from sopgen.jobs.letters.maker import LetterMaker

    rounds, each = 15, 10
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
        told = f"{other:.1f} / {ours:.2f} ms"
        judged(f"PDF {words}: WeasyPrint / ours", told, "≥ 10", other / ours, other / ours >= 10)
        told = f"{ours:.2f} / {bare:.2f} ms"
        judged(f"PDF {words}: ours / bare Typst loop", told, "≤ 1.2", ours / bare, ours / bare <= 1.2)


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


def line(full: bool) -> None:
    """Time and memory from few letters to many, through the whole way: plans, codes, files, numbers."""
    sizes = {("docx",): (100, 1000, 10_000), ("pdf",): (100, 300, 1000, *((10_000,) if full else ()))}
    for formats, counts in sizes.items():
        for register in ("", "sqlite"):
            name = f"{'+'.join(formats).upper()} {'with' if register else 'without'} register"
            found = {n: [run(n, formats, register=register) for _ in range(3 if n < 1000 else 1)] for n in counts}
            linear(name, {n: min(runs, key=lambda one: one["seconds"]) for n, runs in found.items()})
            peaks = [max(one["peak"] for one in runs) for runs in found.values()]
            memory(f"{name}: peak memory, MB", counts, peaks)


def linear(name: str, found: Mapping[int, Mapping[str, float]]) -> None:
    """Judge the wall time; tell the power of the CPU time too, which other work on the machine does not touch."""
    told = ", ".join(f"{n:,}: {one['seconds']:.2f} s" for n, one in found.items())
    power, cpu = (exponent([(n, one[kind]) for n, one in found.items()]) for kind in ("seconds", "cpu"))
    judged(f"{name}: power of the count", f"{told} (CPU {cpu:.2f})", f"≤ {EXPONENT}", power, power <= EXPONENT)


def memory(name: str, counts: Sequence[int], peaks: Sequence[float]) -> None:
    """Judge the highest peak, and that the longest run takes hardly more than the shortest."""
    told = ", ".join(f"{n:,}: {peak:.0f}" for n, peak in zip(counts, peaks, strict=True))
    holds = max(peaks) <= LIMIT_MB and max(peaks) <= FLAT * min(peaks)
    judged(name, told, f"≤ {LIMIT_MB}, flat", max(peaks), holds)


def print_run() -> None:
    """The print run: one PDF of all letters with their copies."""
    counts = (100, 1000)
    found = [run(n, ("pdf",), register="sqlite", printed=True) for n in counts]
    linear("PDF with print run", dict(zip(counts, found, strict=True)))
    memory("PDF with print run: peak memory, MB", counts, [one["peak"] for one in found])


def command(letters: int, *more: str) -> float:
    """Return the seconds of the whole command `sopgen order`, its start and its first letters counted."""
    from office import folder_for

    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        words = folder_for(Path(folder), letters)
        told = {**os.environ, "SOPGEN_KEY": str(Path(folder) / "kunci.pem")}
        started = time.perf_counter()
        subprocess.run([*words, *more], cwd=folder, env=told, check=True, capture_output=True)
        return time.perf_counter() - started


def workers() -> None:
    """Two processes against one, by the whole command; the best of some pairs, since the cores may not be free."""
    pairs = [(command(2000), command(2000, "--workers", "2")) for _ in range(3)]
    seen = ", ".join(f"{one:.1f} / {two:.1f} s" for one, two in pairs)
    best = max(one / two for one, two in pairs)
    judged("`sopgen order`, 2,000 letters: 1 process / 2, best pair", seen, "≥ 1.7", best, best >= 1.7)
    found = run(1000, ("docx", "pdf"), register="sqlite", way=2)
    memory("2 processes: peak memory of the largest, MB", (1000,), [max(found["peak"], found["worker"])])


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


def main() -> None:
    parts = {"docx": docx, "pdf": pdf, "line": line, "print": print_run, "workers": workers}
    tables = {"ways": ways, "register": register}
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", choices=[*parts, *tables, []], help="default: all")
    asked.add_argument("--full", action="store_true", help="PDF up to 10,000 letters too")
    told = asked.parse_args()
    parts["line"] = partial(line, told.full)
    wanted = told.parts or [*parts, *tables]
    load = os.getloadavg()[0]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load:.1f} at the start")
    if load > 0.5:
        print("The cores are not free: ratios of whole runs, of workers above all, say little now.")
    if {*parts} & {*wanted}:
        head("what", "figures", "goal", "measured", "")
    for name, part in (parts | tables).items():
        if name in wanted:
            part()
    print(f"\nload {os.getloadavg()[0]:.1f} at the end, our own work counted")


if __name__ == "__main__":
    main()
