"""Files as typing errors, slips and odd ideas leave them: a valid one, changed at random, the same for a seed."""

import random
from collections.abc import Callable
from typing import Final

# What stands in a value's place: blanks, kinds, bounds, signs that mean something to YAML, XML, Graphviz, Typst.
VALUES: Final = (
    "",
    "null",
    "~",
    '""',
    '"  "',
    "[]",
    "{}",
    "[a]",
    "{a: b}",
    "[[[]]]",
    "0",
    "-1",
    "007",
    "1e9",
    ".inf",
    ".nan",
    "true",
    "99999999999999999999",
    "1.5",
    "2019-02-30",
    "0001-01-01",
    "9999-12-31",
    "3 September 2019",
    "31/12/2100",
    "x" * 70,
    "x" * 4100,
    "kata " * 300,
    '"a\\nb"',
    '"a\\tb"',
    '"<b>&amp;</b>"',
    '"{{ 1/0 }}"',
    '"#let x = 1"',
    '"\\\\l\\\\N"',
    '"$1 @a"',
    "\uff41\uff42",
    "🚔",
    "ملف",
    "e\u0301",
    "*x",
    "&a b",
    "!!python/object:os.system x",
    "%TAG",
    "@",
    "`",
    "|",
    ">",
    "- a",
    "? a",
    "a: b: c",
    "'",
    '"',
    "[",
    "{",
    "}",
    "../../x",
    "/etc/passwd",
    "con",
    "A",
    "l1",
    "l2",
    "kasat_binmas",
    "mulai",
    "selesai",
    "keputusan",
    "per_langkah",
    "berlaku",
    "dicabut",
    "draf",
)
SIGNS: Final = "\t\0\x07\u00a0\u200b\u202e\ufeff\ud7ff:#-'\"[]{}|>&*!%@,\\<>\n "


def _replace_value(lines: list[str], chance: random.Random) -> None:
    at = _line_with(lines, ": ", chance)
    key, _, _ = lines[at].partition(": ")
    lines[at] = f"{key}: {chance.choice(VALUES)}"


def _replace_inline(lines: list[str], chance: random.Random) -> None:
    """Change one value of a step, which is written in one line."""
    at = _line_with(lines, "{", chance)
    parts = lines[at].split(", ")
    n = chance.randrange(len(parts))
    key, colon, _ = parts[n].partition(": ")
    end = "}" if n == len(parts) - 1 else ""
    parts[n] = f"{key}{colon}{chance.choice(VALUES)}{end}"
    lines[at] = ", ".join(parts)


def _replace_item(lines: list[str], chance: random.Random) -> None:
    at = _line_with(lines, "- ", chance)
    lead, _, _ = lines[at].partition("- ")
    lines[at] = f"{lead}- {chance.choice(VALUES)}"


def _delete(lines: list[str], chance: random.Random) -> None:
    first = chance.randrange(len(lines))
    del lines[first : first + chance.choice((1, 1, 1, 2, 5, 40))]


def _double(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines.insert(chance.randrange(len(lines)), lines[at])


def _swap(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "    ")) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()


def _type(lines: list[str], chance: random.Random) -> None:
    """Put a sign where it was not, take one away, or change one."""
    at = chance.randrange(len(lines))
    line, place = lines[at], chance.randrange(len(lines[at]) + 1)
    lines[at] = line[:place] + chance.choice((*SIGNS, "")) + line[place + chance.randrange(2) :]


def _grow(lines: list[str], chance: random.Random) -> None:
    """Write an item many times: lists longer than pages."""
    at = _line_with(lines, "- ", chance)
    lines[at:at] = [lines[at]] * chance.choice((2, 30, 200))


def _line_with(lines: list[str], sign: str, chance: random.Random) -> int:
    found = [n for n, line in enumerate(lines) if sign in line]
    return chance.choice(found) if found else chance.randrange(len(lines))


SLIPS: Final[tuple[Callable[[list[str], random.Random], None], ...]] = (
    _replace_value, _replace_value, _replace_inline, _replace_inline, _replace_item, _delete, _double, _swap, _indent,
    _type, _grow,
)  # fmt: skip


def mutated(text: str, seed: int) -> str:
    """Return the text with one to four slips, the same ones for the same seed."""
    chance = random.Random(seed)
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        chance.choice(SLIPS)(lines, chance)
        lines = lines or [""]
    return "\n".join(lines)
