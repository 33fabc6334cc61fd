"""The frame of the desk: who may use it, what it speaks, and that it asks nothing of anybody else."""

from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection

from playwright.sync_api import Page, expect
from tests.desk_fixture import RunningDesk


@dataclass(frozen=True)
class Answer:
    status: int
    cookie: str
    policy: str


def answer(desk: RunningDesk, method: str, path: str, **headers: str) -> Answer:
    with closing(HTTPConnection(desk.origin.removeprefix("http://"), timeout=60)) as line:
        line.putrequest(method, path, skip_host="host" in headers)
        for name, value in headers.items():
            line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        told = line.getresponse()
        told.read()
        return Answer(
            told.status, told.getheader("set-cookie") or "", told.getheader("content-security-policy") or ""
        )


def cookie(desk: RunningDesk) -> str:
    opened = answer(desk, "GET", "/?" + desk.address.partition("/?")[2])
    assert 303 == opened.status
    assert "HttpOnly" in opened.cookie
    assert "SameSite=strict" in opened.cookie
    return opened.cookie.partition(";")[0]


def test_the_desk_answers_its_own_page_alone(desk: RunningDesk) -> None:
    own = cookie(desk)
    assert 200 == answer(desk, "GET", "/", cookie=own).status
    assert 403 == answer(desk, "GET", "/").status
    assert 403 == answer(desk, "GET", "/", cookie=own, host="jahat.example").status
    assert 403 == answer(desk, "GET", "/", cookie="sopgen-meja=lain").status
    assert 403 == answer(desk, "POST", "/api/folder/buka", cookie=own).status
    assert 403 == answer(desk, "POST", "/api/folder/buka", cookie=own, origin="http://jahat.example").status
    assert 400 == answer(desk, "POST", "/api/folder/buka", cookie=own, origin=desk.origin).status


def test_the_address_opens_the_desk_once(desk: RunningDesk) -> None:
    cookie(desk)
    assert 403 == answer(desk, "GET", "/?" + desk.address.partition("/?")[2]).status


def test_no_path_leads_out_of_the_page_s_files(desk: RunningDesk) -> None:
    own = cookie(desk)
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert 404 == answer(desk, "GET", path, cookie=own).status, path


def test_nothing_of_the_page_may_come_from_elsewhere(desk: RunningDesk) -> None:
    policy = answer(desk, "GET", "/", cookie=cookie(desk)).policy
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy


def test_the_desk_speaks_indonesian_and_english_by_its_switch(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Beranda")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Start page")
    page.get_by_role("button", name="Bahasa Indonesia").click()
    expect(page.locator("h1")).to_have_text("Beranda")


def test_every_screen_of_the_menu_opens(page: Page) -> None:
    for link in page.locator("nav a").all():
        link.click()
        expect(page.locator("h1")).to_have_text(link.inner_text())
        expect(page.locator("main > :not(h1)")).not_to_have_count(0)
        expect(page.locator("main .faults")).to_have_count(0)
