"""The desk for other computers of the office: a PIN a person, wrong ones wait, and the owner's own stays his."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect
from tests.desk.axe import serious
from tests.desk_fixture import opened_page

from sopgen.cli.main import main
from sopgen.desk.door.attempts import LONGEST, Attempts
from sopgen.desk.door.entry import FrontDoor, RefusedEntry
from sopgen.desk.door.people import DeskPeople
from sopgen.errors import SopgenError
from sopgen.jobs.office.log import logged

PIN = "482913"


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Told:
    status: int
    cookie: str
    body: str


@dataclass
class NetworkDesk:
    """A desk that other computers reach."""

    address: str
    process: "subprocess.Popen[str]"

    @property
    def origin(self) -> str:
        return self.address.partition("/?")[0]

    def ask(self, method: str, path: str, body: object = None, cookie: str = "", origin: str = "") -> Told:
        with closing(HTTPConnection(self.origin.removeprefix("http://"), timeout=60)) as line:
            headers = {"cookie": cookie, "origin": origin or self.origin}
            line.request(method, path, json.dumps(body) if body is not None else None, headers)
            told = line.getresponse()
            cookie = (told.getheader("set-cookie") or "").partition(";")[0]
            return Told(told.status, cookie, told.read().decode())


@pytest.fixture
def people(tmp_path: Path) -> DeskPeople:
    return DeskPeople(tmp_path / "setelan" / "sopgen" / "orang.json")


@pytest.fixture
def network(office: Path, tmp_path: Path, people: DeskPeople) -> Iterator[NetworkDesk]:
    people.add("Budi", PIN)
    env = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "setelan"), "SOPGEN_LANG": "id"}
    line = [sys.executable, "-m", "sopgen", "meja", str(office), "--no-browser", "--lan"]
    process = subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout
    yield NetworkDesk(process.stdout.readline().strip(), process)
    process.send_signal(signal.SIGTERM)
    process.wait(30)
    process.stdout.close()


def test_a_pin_is_kept_so_that_nobody_reads_it_back(people: DeskPeople) -> None:
    people.add("  Budi   Santoso ", PIN)
    assert ["Budi Santoso"] == people.names()
    assert people.knows("Budi Santoso", PIN)
    assert not people.knows("Budi Santoso", "482914")
    assert not people.knows("Ani", PIN)
    assert PIN not in people.path.read_text("utf-8")
    if os.name != "nt":
        assert 0 == people.path.stat().st_mode & 0o077
    people.remove("Budi Santoso")
    assert not people.knows("Budi Santoso", PIN)
    with pytest.raises(SopgenError):
        people.remove("Budi Santoso")


@pytest.mark.parametrize(
    ("name", "pin"),
    [("", PIN), ("../x", PIN), ("Budi", "12345"), ("Budi", "123456"), ("Budi", "000000"), ("B", "9" * 99)],
)
def test_a_pin_that_is_guessed_at_once_and_what_is_no_name_are_refused(
    people: DeskPeople, name: str, pin: str
) -> None:
    with pytest.raises(SopgenError):
        people.add(name, pin)


def test_after_a_few_wrong_tries_the_next_one_waits_longer_each_time() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    waits = []
    for _ in range(14):
        attempts.failed(["budi"])
        waits.append(attempts.wait(["budi", "lain"]))
        clock.now += waits[-1]
        assert 0 == attempts.wait(["budi"])
    assert [0, 0, 1, 2, 4, 8] == waits[:6]
    assert LONGEST == max(waits)
    attempts.succeeded(["budi"])
    attempts.failed(["budi"])
    assert 0 == attempts.wait(["budi"])


def test_who_waits_is_refused_with_the_right_pin_too_and_one_taken_out_is_out(people: DeskPeople) -> None:
    clock = Clock()
    people.add("Budi", PIN)
    entry = FrontDoor(people, Attempts(clock))
    for _ in range(3):
        with pytest.raises(RefusedEntry):
            entry.enter("Budi", "000000", "10.0.0.7")
    with pytest.raises(RefusedEntry, match="1"):
        entry.enter("Budi", PIN, "10.0.0.8")
    clock.now += 1
    token = entry.enter("Budi", PIN, "10.0.0.8")
    assert "Budi" == entry.person(token)
    people.remove("Budi")
    assert entry.person(token) is None
    assert entry.person("") is None


def test_another_computer_sees_the_porch_alone_until_it_entered(network: NetworkDesk) -> None:
    assert "PIN" in network.ask("GET", "/").body
    assert 200 == network.ask("GET", "/static/door.js").status
    for path in ("/api/beranda", "/static/app.js", "/api/orang", "/static/door.js/../app.js"):
        assert 403 == network.ask("GET", path).status, path
    assert 403 == network.ask("POST", "/masuk", {"nama": "Budi", "pin": PIN}, origin="http://jahat.example").status
    assert 401 == network.ask("POST", "/masuk", {"nama": "Budi", "pin": "482914"}).status
    assert 400 == network.ask("POST", "/masuk", ["x" * 5000]).status
    inside = network.ask("POST", "/masuk", {"nama": "Budi", "pin": PIN}).cookie
    assert 200 == network.ask("GET", "/api/beranda", cookie=inside).status
    for path in ("/api/folder", "/api/orang"):
        assert 403 == network.ask("GET", path, cookie=inside).status, path
    assert 403 == network.ask("POST", "/api/tutup", {}, cookie=inside).status
    assert 200 == network.ask("POST", "/api/keluar", {}, cookie=inside).status
    assert 403 == network.ask("GET", "/api/beranda", cookie=inside).status


def test_a_person_enters_from_another_computer_and_the_log_names_her(
    network: NetworkDesk, chrome: Browser, office: Path
) -> None:
    with opened_page(chrome, network.address) as (owner, _):
        expect(owner.get_by_role("heading", name="Komputer lain")).to_be_visible()
        owner.get_by_label("Nama").fill("Ani")
        owner.get_by_label("PIN").fill("739164")
        owner.get_by_role("button", name="Izinkan masuk").click()
        expect(owner.get_by_text("Orang itu boleh masuk.")).to_be_visible()
        assert [] == serious(owner)
    with opened_page(chrome, f"{network.origin}/") as (page, _):
        assert [] == serious(page)
        page.get_by_label("Nama").fill("Ani")
        page.get_by_label("PIN").fill("739164")
        page.get_by_role("button", name="Masuk").click()
        expect(page.get_by_text("Anda masuk sebagai Ani")).to_be_visible()
        expect(page.get_by_role("button", name="Tutup sopgen")).to_have_count(0)
        page.get_by_role("button", name=re.compile("Edisi baru dari edisi 2019")).click()
        page.get_by_label("Nama edisi").fill("2027")
        page.get_by_role("button", name="Mulai edisi").click()
        expect(page.locator("h1")).to_have_text("Naskah")
        assert "Ani" == logged(office, 1)[0].siapa
        page.get_by_role("link", name="Beranda").click()
        page.get_by_role("button", name="Keluar").click()
        expect(page.get_by_role("button", name="Masuk")).to_be_visible()


def test_people_are_let_in_by_the_command_line_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("SOPGEN_LANG", "en")
    run = CliRunner().invoke
    assert "Budi may enter" in run(main, ["meja-orang", "add", "Budi"], input=f"{PIN}\n{PIN}\n").output
    assert "Budi\n" == run(main, ["meja-orang", "list"]).output
    assert "no more" in run(main, ["meja-orang", "remove", "Budi"]).output
    assert 1 == run(main, ["meja-orang", "remove", "Budi"]).exit_code
