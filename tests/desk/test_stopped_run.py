"""A run of many letters is stopped at the desk, in an office of its own: nobody in it is in another letter."""

from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.desk.test_letters import Kept, begin, kept, letters, paste, print_button

__all__ = ["kept", "letters"]


def test_a_long_run_shows_how_far_it_is_and_is_stopped(letters: Page, kept: Kept) -> None:
    page, office = letters, kept[2].folder
    begin(page)
    page.get_by_label("KKA").fill("CONTOH.1.")
    rows = (f"Orang Contoh {n}\tBripka\t{80010000 + n}\tBa Unit" for n in range(200))
    paste(page, "\n".join(["Nama\tPangkat\tNRP\tJabatan", *rows]))
    expect(page.locator(".grid tbody tr")).to_have_count(200)
    page.get_by_text("Lainnya: tugas tambahan").click()
    page.get_by_label("Satu surat untuk setiap orang").check()
    before = len(list((office / "surat").glob("**/*.pdf")))
    print_button(page).click()
    page.locator(".progress").get_by_role("button", name="Batal").click()
    expect(page.get_by_text("Dihentikan. Surat yang sudah jadi tetap ada")).to_be_visible()
    made = len(list((office / "surat").glob("**/*.pdf"))) - before
    assert made < 200
    assert [] == serious(page)
