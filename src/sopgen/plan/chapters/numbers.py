"""How the items of a prose SOP are numbered, as police letters number them: I. / 1. / a. / 1) / a) / (1) / (a)."""

from typing import Final

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
# What stands around figures and letters, level by level under the chapters.
FORMS: Final = ("{}.", "{}.", "{})", "{})", "({})", "({})")
# What each level is called where it is cited.
CALLED: Final = ("angka", "huruf")
# A number is not torn from the word before it.
NO_BREAK: Final = "\u00a0"


def roman(number: int) -> str:
    """Return a number in Roman figures."""
    found = ""
    for value, figure in ROMAN:
        count, number = divmod(number, value)
        found += figure * count
    return found


def letter(number: int) -> str:
    """Return the letter of a place: a to z, then aa, bb and so on."""
    turns, place = divmod(number - 1, len(LETTERS))
    return LETTERS[place] * (turns + 1)


def item_number(level: int, place: int) -> str:
    """Return the number of an item of a level (0 for a chapter) by its place among those of its level, from 1."""
    if level == 0:
        return f"{roman(place)}."
    return FORMS[(level - 1) % len(FORMS)].format(letter(place) if level % 2 == 0 else place)


def cited(places: tuple[int, ...], *, chapter: bool) -> str:
    """Return how an item is cited: `Bab II angka 3 huruf a`.

    `places` are those of its chapter and of each item down to it; `chapter` says that the chapter is named.
    """
    named = [f"Bab{NO_BREAK}{roman(places[0])}"] if chapter or len(places) == 1 else []
    for level, place in enumerate(places[1:], 1):
        named.append(f"{CALLED[(level - 1) % 2]}{NO_BREAK}{item_number(level, place).rstrip('.')}")
    return " ".join(named)
