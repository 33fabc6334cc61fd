"""Everybody can use the desk: by keyboard, by ear, enlarged."""

from playwright.sync_api import Page, expect
from tests.desk.axe import serious


def test_no_screen_of_the_menu_keeps_anybody_out(page: Page) -> None:
    for link in page.locator("nav a").all():
        link.click()
        expect(page.locator("h1")).to_have_text(link.inner_text())
        page.wait_for_load_state("networkidle")
        assert [] == serious(page), link.inner_text()


def test_what_keeps_somebody_out_is_found(page: Page) -> None:
    page.locator("main").evaluate("main => main.appendChild(document.createElement('input'))")
    assert ["label: input"] == [":".join(one.split(":")[:2]) for one in serious(page)]


def test_no_screen_of_the_menu_is_wider_than_the_window_nor_at_twice_its_size(page: Page) -> None:
    for width, height in ((1366, 768), (683, 384)):
        page.set_viewport_size({"width": width, "height": height})
        for link in page.locator("nav a").all():
            link.click()
            expect(page.locator("h1")).to_have_text(link.inner_text())
            page.wait_for_load_state("networkidle")
            assert width >= page.evaluate("document.documentElement.scrollWidth"), (width, link.inner_text())
