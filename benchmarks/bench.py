"""Measure every goal in one table, write it as JSON, name what is missed and what got slower since the accepted run.

python benchmarks/bench.py [--accept] [build] [flow] [docx] [letter] [pdf] [line] [print] [workers] [desk] [cetak]
"""

import argparse
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import results
from results import Result

HERE: Final = Path(__file__).parent
ACCEPTED: Final = HERE / "accepted.json"
MEASURED: Final = HERE.parent / "build" / "bench.json"
LONGEST: Final = 6.0


def build() -> Iterator[Result]:
    import whole_build

    yield from whole_build.goals()


def flow() -> Iterator[Result]:
    import flow

    yield from flow.goals()


def of_orders(name: str) -> Callable[[], Iterator[Result]]:
    def part() -> Iterator[Result]:
        import orders

        yield from orders.PARTS[name]()

    return part


def desk() -> Iterator[Result]:
    import desk

    yield from desk.goals()


def cetak() -> Iterator[Result]:
    import desk_letters

    yield from desk_letters.goals()


ORDERS: Final = ("docx", "letter", "pdf", "line", "print", "workers")
PARTS: Final = {
    "build": build,
    "flow": flow,
    **{name: of_orders(name) for name in ORDERS},
    "desk": desk,
    "cetak": cetak,
}


def measured(wanted: list[str], accepted: dict[str, float]) -> tuple[list[Result], dict[str, float], list[str]]:
    """Return what the parts measured, the seconds of each, and those that could not be measured."""
    found: list[Result] = []
    seconds: dict[str, float] = {}
    failed = []
    for name in wanted:
        begun = time.perf_counter()
        try:
            for one in PARTS[name]():
                results.show(one, accepted.get(one.what))
                found.append(one)
        except (Exception, SystemExit):
            traceback.print_exc()
            failed.append(name)
        seconds[name] = time.perf_counter() - begun
    if wanted == list(PARTS):
        minutes = sum(seconds.values()) / 60
        figures = ", ".join(f"{name} {took:.0f} s" for name, took in seconds.items())
        found.append(Result("the whole of make bench, minutes", figures, minutes, most=LONGEST))
        results.show(found[-1], accepted.get(found[-1].what))
    return found, seconds, failed


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
    asked.add_argument(
        "--accept", action="store_true", help="what is measured now is what later runs are compared to"
    )
    told = asked.parse_args()
    load = os.getloadavg()[0]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load:.1f} at the start")
    if load > 0.5:
        print("The cores are not free: seconds are on the slow side, and ratios of whole processes say less.")
    print()
    accepted = results.read_accepted(ACCEPTED)
    results.head()
    found, seconds, failed = measured(told.parts or list(PARTS), accepted)
    run = results.as_json(found, seconds, load)
    results.write(MEASURED, run)
    lines = [*results.told(found, accepted), *(f"not measured: {name}" for name in failed)]
    print("\n" + "\n".join(lines or ["every goal holds; nothing got slower by over 15 %"]))
    if told.accept:
        results.accept(ACCEPTED, run)
    return 1 if lines and not told.accept else 0


if __name__ == "__main__":
    sys.exit(main())
