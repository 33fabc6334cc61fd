"""Damage that copying and scanning do to a text, at random but repeatable."""

import re
import textwrap
from collections.abc import Callable
from random import Random
from typing import Final


def no_blank_lines(text: str, _: Random) -> str:
    return re.sub(r"\n\n+", "\n", text)


def labels_without_colon(text: str, _: Random) -> str:
    return text.replace("\t: ", "\t")


def labels_with_blanks(text: str, _: Random) -> str:
    return text.replace("\t: ", " : ")


def values_below_labels(text: str, _: Random) -> str:
    return text.replace("\t: ", "\n")


def numbered_items(text: str, _: Random) -> str:
    """Give the items numbers in the place of dashes, anew below each head."""
    lines, count = [], 0
    for line in text.split("\n"):
        count = count + 1 if line.startswith("- ") else count if not line else 0
        lines.append(f"{count}. {line[2:]}" if line.startswith("- ") else line)
    return "\n".join(lines)


def bullets(text: str, _: Random) -> str:
    return re.sub(r"(?m)^- ", "\u2022 ", text)


def broken_lines(text: str, random: Random) -> str:
    """Break long lines as a page does, but those of a table."""
    width = random.randint(60, 90)
    lines = ([line] if "\t" in line or not line else textwrap.wrap(line, width) for line in text.split("\n"))
    return "\n".join(part for parts in lines for part in parts)


def paragraphs_of_html(text: str, _: Random) -> str:
    return "\n".join(line if "\t" in line or not line else f"<p>{line}</p>" for line in text.split("\n"))


def heads_of_markdown(text: str, _: Random) -> str:
    return re.sub(r"(?m)^([A-Z /]{8,}:?)$", r"## **\1**", text)


def odd_blanks(text: str, random: Random) -> str:
    return re.sub(" ", lambda _: random.choice(["\u00a0", " ", " ", " "]), text)


def misread_heads(text: str, random: Random) -> str:
    """Misread a letter of a head of a list."""
    heads = re.findall(r"(?m)^(?:Dasar Hukum|Keterkaitan|Peringatan|[A-Z /]{10,}:)$", text)
    if not heads:
        return text
    head = random.choice(heads)
    return text.replace(head, head.replace("I", "l", 1) if "I" in head else head.replace("a", "o", 1), 1)


def printed_footers(text: str, random: Random) -> str:
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines) // 2), "Halaman 2 dari 5")
    return "\n".join(lines)


def windows_lines(text: str, _: Random) -> str:
    return text.replace("\n", "\r\n")


KINDS: Final[tuple[Callable[[str, Random], str], ...]] = (
    no_blank_lines,
    labels_without_colon,
    labels_with_blanks,
    values_below_labels,
    numbered_items,
    bullets,
    broken_lines,
    paragraphs_of_html,
    heads_of_markdown,
    odd_blanks,
    misread_heads,
    printed_footers,
    windows_lines,
)


def damaged(text: str, seed: int, most: int = 4) -> tuple[str, list[str]]:
    """Return a text with one to `most` kinds of damage, and their names."""
    random = Random(seed)
    chosen = random.sample(KINDS, random.randint(1, most))
    for one in chosen:
        text = one(text, random)
    return text, [one.__name__ for one in chosen]
