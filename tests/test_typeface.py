"""The advances that are read here are those of the font library."""

from fontTools.ttLib import TTFont

from sopgen.typeface import REGULAR, advances


def test_every_character_is_as_wide_as_the_font_library_says() -> None:
    with TTFont(REGULAR) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        assert advances() == {code: widths[name][0] / em for code, name in font.getBestCmap().items()}
