"""The desk's fixtures: an office, its desk, a page of it in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk_fixture import RunningDesk, Watched, browser, desk_in, opened_page

from sopgen.workspace import start

# A machine that is busy with other tests is slow, and not wrong.
expect.set_options(timeout=60_000)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A fresh working folder with the shipped editions."""
    folder = tmp_path / "kantor"
    start(folder)
    return folder


@pytest.fixture
def desk(office: Path, tmp_path: Path) -> Iterator[RunningDesk]:
    with desk_in(office, tmp_path / "setelan") as running:
        yield running


# It ends with its file: while it runs, its event loop is that of the whole process, and no other test may run one.
@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def seen(desk: RunningDesk, chrome: Browser) -> Iterator[tuple[Page, Watched]]:
    with opened_page(chrome, desk.address) as page:
        yield page


@pytest.fixture
def page(seen: tuple[Page, Watched]) -> Iterator[Page]:
    """The desk's page; at the end nothing was asked of another address, and nothing was complained of."""
    page, watched = seen
    yield page
    assert [] == watched.elsewhere
    assert [] == watched.complaints
