"""What was measured against its goal: rows of one table, JSON of them, what got slower since the accepted ones."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

# A ratio that is so much worse than the accepted one is told by name.
WORSE: Final = 1.15
HEADS: Final = ("what", "figures", "goal", "measured", "", "accepted")


@dataclass(frozen=True)
class Result:
    """One goal: at `least` or at `most` so much; `figures` are what it was reckoned from.

    `ratio` is what is compared with the accepted run where `measured` are seconds or letters, which depend on the
    machine: the same against a peer of the same run.
    """

    what: str
    figures: str
    measured: float
    least: float | None = None
    most: float | None = None
    ratio: float | None = None

    @property
    def goal(self) -> str:
        """The goal as the table tells it."""
        return f"≤ {self.most:g}" if self.most is not None else f"≥ {self.least:g}"

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        if self.most is not None:
            return self.measured <= self.most
        return self.least is not None and self.measured >= self.least

    @property
    def compared(self) -> float:
        """What is set beside the accepted figure."""
        return self.measured if self.ratio is None else self.ratio

    def times_worse(self, accepted: float) -> float:
        """Return how many times worse this is than what was accepted; under 1 it is better."""
        falling = self.most is None and self.ratio is None
        first, second = (accepted, self.compared) if falling else (self.compared, accepted)
        return first / second if second else float("inf")

    def is_slower(self, accepted: float | None) -> bool:
        """Return whether this is worse than what was accepted by more than the machine's whims explain."""
        return accepted is not None and self.times_worse(accepted) > WORSE


def ours_of_peer(what: str, ours: float, peer: float, unit: str = "s", **goal: float) -> Result:
    """Return the ratio of our time to a peer's, with a goal `most`, or of the peer's to ours, with a goal `least`."""
    measured = peer / ours if "least" in goal else ours / peer
    return Result(what, f"{ours:.3g} / {peer:.3g} {unit}", measured, **goal)


def head() -> None:
    print("| " + " | ".join(HEADS) + " |")
    print("| " + " | ".join("---" for _ in HEADS) + " |", flush=True)


def show(one: Result, accepted: float | None = None) -> None:
    """Print a row of the table."""
    then = "" if accepted is None else f"{accepted:.2f}" + (" SLOWER" if one.is_slower(accepted) else "")
    cells = (one.what, one.figures, one.goal, f"{one.measured:.2f}", "holds" if one.holds else "MISSED", then)
    print("| " + " | ".join(cells) + " |", flush=True)


def read_accepted(path: Path) -> dict[str, float]:
    """Return the compared figure of each goal as it was accepted; none where nothing was."""
    if not path.is_file():
        return {}
    return {one["what"]: one["compared"] for one in json.loads(path.read_text("utf-8"))["results"]}


def as_json(results: Sequence[Result], seconds: dict[str, float], load: float) -> dict[str, Any]:
    """Return a run as it is written: the machine in words that name none, seconds of each part, each goal."""
    machine = {"python": sys.version.split()[0], "cores": os.cpu_count(), "load": round(load, 1)}
    rows = [
        {
            "what": one.what,
            "figures": one.figures,
            "goal": one.goal,
            "measured": round(one.measured, 4),
            "compared": round(one.compared, 4),
            "holds": one.holds,
        }
        for one in results
    ]
    return {"machine": machine, "seconds": {part: round(took, 1) for part, took in seconds.items()}, "results": rows}


def write(path: Path, run: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(run, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def accept(path: Path, run: dict[str, Any]) -> None:
    """Write a run as the accepted one; goals that it did not measure keep what was accepted."""
    former = json.loads(path.read_text("utf-8")) if path.is_file() else {"results": [], "seconds": {}}
    new = {one["what"] for one in run["results"]}
    kept = [one for one in former["results"] if one["what"] not in new]
    write(path, {**run, "seconds": former["seconds"] | run["seconds"], "results": [*run["results"], *kept]})


def told(results: Iterable[Result], accepted: dict[str, float]) -> list[str]:
    """Return a line for each goal that is missed, and for each that got slower."""
    lines = []
    for one in results:
        then = accepted.get(one.what)
        if not one.holds:
            lines.append(f"missed: {one.what}: {one.measured:.2f}, goal {one.goal}")
        if then is not None and one.is_slower(then):
            worse = (one.times_worse(then) - 1) * 100
            lines.append(f"slower by {worse:.0f} %: {one.what}: {one.compared:.2f}, accepted {then:.2f}")
    return lines
