"""Time the whole build against one cold LibreOffice conversion of our DOCX; --help and check against bare Python.

Ratios of medians in one run; wall time of whole processes.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from results import Result, ours_of_peer

ROOT = Path(__file__).parents[1]
ROUNDS = 3
# Of a step, which stands in the flow table and in one chart.
WORD = "uraian: Kasat Binmas"


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def paired(first: Callable[[], list[str]], second: Callable[[], list[str]]) -> tuple[float, float]:
    """Return the medians of two commands, run in turn after a warm-up of each."""
    seconds(first())
    seconds(second())
    pairs = [(seconds(first()), seconds(second())) for _ in range(ROUNDS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def builds(place: Path) -> Iterator[Result]:
    """Yield how long builds last beside one cold conversion: whole ones, and those of what changed since the last."""
    home = place / "kerja"
    for name in ("spec", "templates"):
        shutil.copytree(ROOT / name, home / name)
    spec = home / "spec" / "sop" / "fkpm" / "2019.yaml"
    text, counted = spec.read_text("utf-8"), count()

    def build(*words: str) -> list[str]:
        return [sys.executable, "-m", "sopgen", "build", *words, "--out", str(place / "build")]

    def changed() -> list[str]:
        assert WORD in text
        spec.write_text(text.replace(WORD, f"{WORD} {next(counted)}", 1), "utf-8")
        return build(str(spec))

    def convert() -> list[str]:
        office = shutil.which("soffice") or sys.exit("LibreOffice is missing: nothing to measure against")
        profile = Path(tempfile.mkdtemp(dir=place))  # a fresh profile: a cold start
        docx = place / "build" / "fkpm-2019" / "sop.docx"
        words = ["--headless", "--convert-to", "pdf", "--outdir", str(profile), str(docx)]
        return [office, f"-env:UserInstallation={profile.as_uri()}", *words]

    peer = "one cold LibreOffice conversion"
    yield ours_of_peer(
        f"build of one edition / {peer}", *paired(lambda: build(str(spec), "--force"), convert), most=0.5
    )
    yield ours_of_peer(f"build of three editions / {peer}", *paired(lambda: build("--force"), convert), most=1)
    yield ours_of_peer(f"build, nothing changed / {peer}", *paired(lambda: build(str(spec)), convert), most=0.15)
    yield ours_of_peer(f"build, one word changed / {peer}", *paired(changed, convert), most=0.35)


def goals() -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        yield from builds(Path(folder))
    click = [sys.executable, "-c", "import click"]
    helped = paired(lambda: [sys.executable, "-m", "sopgen", "--help"], lambda: click)
    yield ours_of_peer("sopgen --help / python -c 'import click'", *helped, most=3)
    nothing = [sys.executable, "-c", "pass"]
    for words, goal in ((["--help"], 8), (["build", "--help"], 25), (["check", "spec/sop/fkpm/2019.yaml"], 35)):
        ours, peer = paired(partial(list, [sys.executable, "-m", "sopgen", *words]), lambda: nothing)
        yield ours_of_peer(f"sopgen {' '.join(words)} / python -c pass", ours, peer, most=goal)
