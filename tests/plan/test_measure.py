"""Text is broken into lines where Word and Typst break it."""

from sopgen.plan.measure import text_width, wrap


def test_a_line_never_ends_at_a_no_break_space() -> None:
    width = text_width("hukum, butir", 10.0)
    assert ("hukum,", "butir\u00a02") == wrap(" hukum,\n butir\u00a02 ", width, 10.0)
