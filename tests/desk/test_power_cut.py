"""kill -9 at any moment: the file is an SOP, and of what was typed at most the last second is gone."""

import json
import random
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.desk_fixture import RunningDesk
from tests.examples import mutations

from sopgen.read.load import load_edition
from sopgen.read.source import parse

DRAFT = "fkpm/2026-draf"
FIELD = "peringatan.isi[0]"
WORDS = "setiap anggota wajib netral, santun, dan mencatat kejadian di buku mutasi "


@dataclass
class Caller:
    """What the page asks, without a browser."""

    desk: RunningDesk
    cookie: str = field(init=False)
    number: int = 0

    def __post_init__(self) -> None:
        with closing(HTTPConnection(self.host, timeout=60)) as line:
            line.request("GET", "/?" + self.desk.address.partition("/?")[2])
            self.cookie = (line.getresponse().getheader("set-cookie") or "").partition(";")[0]

    @property
    def host(self) -> str:
        return self.desk.origin.removeprefix("http://")

    def ask(self, method: str, path: str, values: dict[str, Any] | None = None) -> Any:
        head = {"cookie": self.cookie, "origin": self.desk.origin, "content-type": "application/json"}
        with closing(HTTPConnection(self.host, timeout=60)) as line:
            line.request(method, path, json.dumps(values) if values else None, head)
            return json.loads(line.getresponse().read())

    def do(self, act: str, path: str = "", **values: Any) -> Any:
        self.number += 1
        asked = {"nama": DRAFT, "n": self.number, "do": act, "path": path, "jendela": "a", **values}
        return self.ask("POST", "/api/naskah/ubah", asked)


def typed_until(caller: Caller, end: float, rng: random.Random) -> list[tuple[float, str]]:
    """Type until a moment, now and then resting, and return what stood there when."""
    said, text, rested = [], "", 0
    while time.monotonic() < end:
        text = (text + WORDS[len(text) % len(WORDS)])[-200:]
        caller.do("set", FIELD, value=text)
        said.append((time.monotonic(), text))
        rested += 1
        if rested > rng.randint(5, 30):
            caller.do("rest")
            rested = 0
        time.sleep(0.01)
    return said


def test_a_power_cut_takes_at_most_the_last_second(desk: RunningDesk, office: Path) -> None:
    path = office / "spec" / "sop" / f"{DRAFT}.yaml"
    rng = random.Random(9)
    caller = Caller(desk)
    for _ in range(mutations(10, full=50)):
        said = typed_until(caller, time.monotonic() + rng.uniform(0.2, 1.6), rng)
        desk.kill()
        cut = time.monotonic()
        load_edition(path)  # it is an SOP, whenever that was
        desk.start()
        caller = Caller(desk)
        whole = caller.ask("GET", f"/api/naskah?nama={DRAFT}&jendela=a")
        there = (caller.do("recover") if whole["jurnal"] else whole)["isi"]["peringatan"]["isi"][0]
        # A machine that is slow to answer is as late with what the desk does after a while.
        slowest = max((then - before for (before, _), (then, _) in pairwise(said)), default=0.0)
        earlier = [text for when, text in said if when < cut - 1.2 - slowest]
        seen = [text.strip() for _, text in said]
        if earlier:
            assert there.strip() in seen[len(earlier) - 1 :], (there, earlier[-1])
    assert isinstance(parse(path).data, dict)
