"""YAML texts in every layout that people and programs write, with a comment wherever one can stand."""

import random
from dataclasses import dataclass, field
from typing import Any

import yaml

WORDS = [
    *(
        "satu",
        "dua tiga",
        "a: b",
        "# bukan komentar",
        "it's",
        'kata "itu"',
        "- x",
        "null",
        "~",
        "",
        "2026-01-02",
        "08",
    ),
    *("é", "tab\there", "*bintang", "&jangkar", "{x}", "[y]", "a, b", "x:", "!", "%", "@", "baris\ndua", " pinggir "),
    *("kata " * 12 + "akhir", "?", "-", "=", "<<", "yes", "1e3", "|", ">", "\\n", "a#b", "a #b"),
]
KEYS = ["a", "b", "kunci dua", "c.d", "08", "null", "x-y", "é", "a: b", "#k", "yes", "e" * 30]


def value(rng: random.Random, depth: int = 2) -> Any:
    """Return a random value: mostly a text."""
    kind = rng.random()
    if depth and kind < 0.2:
        return [value(rng, depth - 1) for _ in range(rng.randrange(4))]
    if depth and kind < 0.4:
        return {key: value(rng, depth - 1) for key in rng.sample(KEYS, rng.randrange(4))}
    return None if kind > 0.95 else rng.choice(WORDS)


def text(rng: random.Random) -> str:
    """Return a random YAML text."""
    root = {key: value(rng, 4) for key in rng.sample(KEYS, rng.randrange(1, 6))}
    return _Writer(rng).document(root if rng.random() < 0.9 else [value(rng, 4) for _ in range(3)])


@dataclass
class _Writer:
    rng: random.Random
    comments: int = 0
    anchors: list[str] = field(default_factory=list)

    def document(self, data: Any) -> str:
        head = "".join(f"{self.comment()}\n" for _ in range(self.rng.randrange(3)))
        start = self.rng.choice(["", "", "", "---\n"])
        lines = self.block(data)
        end = self.rng.choice(["\n", "\n", "\n", "", f"\n\n{self.comment()}\n", "\n...\n", "\n\n\n"])
        made = head + start + "\n".join(lines) + end
        return made.replace("\n", "\r\n") if self.rng.random() < 0.4 else made

    def comment(self) -> str:
        self.comments += 1
        return f"#c{self.comments} ini: [komentar], {{x}}"

    def beside(self) -> str:
        return f"{' ' * self.rng.randrange(1, 4)}{self.comment()}" if self.rng.random() < 0.25 else ""

    def above(self, indent: str) -> list[str]:
        lines = []
        while self.rng.random() < 0.2:
            lines.append(
                self.rng.choice([f"{indent}{self.comment()}", "", f"{self.comment()}", f"{indent}  {self.comment()}"])
            )
        return lines

    def block(self, data: Any) -> list[str]:
        """Return the lines of a value on lines of its own, from column 0."""
        if not isinstance(data, dict | list) or not data or self.rng.random() < 0.15:
            return [f"{self.inline(data, '  ')}{self.beside()}"]
        lines: list[str] = []
        for entry in data.items() if isinstance(data, dict) else data:
            above = self.above("")
            if isinstance(data, dict):
                lines += above + self.pair(*entry)
            else:
                lines += above + self.item(entry)
        return lines

    def pair(self, key: str, data: Any) -> list[str]:
        name = written(key) + self.rng.choice(["", "", "", " "])
        if isinstance(data, dict | list) and data and self.rng.random() < 0.8:
            step = self.rng.randrange(1, 5) if isinstance(data, dict) else self.rng.randrange(0, 4)
            inner = self.block(data)
            if not inner[0].startswith(("[", "{")) or step:
                step = max(step, 1) if inner[0].startswith(("[", "{")) else step
                anchor = self.anchor()
                return [f"{name}:{anchor}{self.beside()}", *indented(inner, step)]
        return self.scalar_lines(f"{name}:", data)

    def item(self, data: Any) -> list[str]:
        gap = " " * self.rng.choice([1, 1, 1, 3])
        if isinstance(data, dict | list) and data and self.rng.random() < 0.8:
            inner = self.block(data)
            if not inner[0].strip() or inner[0].lstrip().startswith("#") or self.rng.random() < 0.2:
                return [f"-{self.anchor()}{self.beside()}", *indented(inner, self.rng.randrange(1, 4))]
            width = 1 + len(gap)
            return [f"-{gap}{inner[0]}", *indented(inner[1:], width)]
        return self.scalar_lines("-", data, gap)

    def anchor(self) -> str:
        if self.rng.random() > 0.05:
            return ""
        self.anchors.append(f"j{len(self.anchors)}")
        return f" &{self.anchors[-1]}"

    def scalar_lines(self, lead: str, data: Any, gap: str = " ") -> list[str]:
        if data is None and self.rng.random() < 0.5:
            return [f"{lead}{self.beside()}"]
        if isinstance(data, str) and data.strip() == data and data and "\t" not in data and self.rng.random() < 0.2:
            sign = self.rng.choice(["|", ">", "|-", ">-", "|+", ">+", "|2-"])
            lines = data.split("\n")
            tail = self.rng.choice([[], [], [""], ["", ""]])
            return [f"{lead}{gap}{sign}{self.beside()}", *(f"  {line}" for line in lines), *tail]
        if self.anchors and self.rng.random() < 0.1:
            return [f"{lead}{gap}*{self.rng.choice(self.anchors)}{self.beside()}"]
        if isinstance(data, str) and data.isascii() and data.replace(" ", "").isalpha() and self.rng.random() < 0.4:
            return [f"{lead}{gap}" + data.replace(" ", "\n     ", 3) + self.beside()]
        below = f"\n    {self.comment()}\n   " if self.rng.random() < 0.04 else ""
        return [f"{lead}{self.anchor()}{below}{gap}{self.inline(data, '    ')}{self.beside()}"]

    def inline(self, data: Any, indent: str) -> str:
        """Return a value in brackets, braces or quotes, on one line or on several."""
        if not isinstance(data, dict | list):
            return written(data, self.rng)
        opened, closed = ("[", "]") if isinstance(data, list) else ("{", "}")
        inner = [
            f"{written(entry[0])}: {self.inline(entry[1], indent + '  ')}"
            if isinstance(data, dict)
            else self.inline(entry, indent + "  ")
            for entry in (data.items() if isinstance(data, dict) else data)
        ]
        style = self.rng.randrange(4)
        if not inner or style < 2:
            return opened + self.rng.choice([", ", ",", " , "]).join(inner) + closed
        if style == 2:
            lines = [f"{indent}{one},{self.beside()}" for one in inner]
            lines[-1] = f"{indent}{inner[-1]}{self.rng.choice(['', ','])}{self.beside()}"
            lines = [line for one in lines for line in [*self.above(indent), one]]
            return f"{opened}{self.beside()}\n" + "\n".join(lines) + f"\n{indent}{closed}"
        parts = [one + self.rng.choice([",", f", {self.comment()}\n{indent}", f"\n{indent}, "]) for one in inner[:-1]]
        return (
            opened + "".join(parts) + inner[-1] + self.rng.choice(["", ",", f" {self.comment()}\n{indent}"]) + closed
        )


def written(value: Any, rng: random.Random | None = None) -> str:
    """Return a scalar as YAML on one line, in a random style."""
    style = rng.choice([None, "'", '"']) if rng and value is not None else None
    if isinstance(value, str) and "\n" in value:
        style = '"'
    made: str = yaml.safe_dump([value], default_style=style, default_flow_style=True, allow_unicode=True, width=10**6)
    return made.strip("\n")[1:-1]


def indented(lines: list[str], step: int) -> list[str]:
    return [" " * step + part if part else part for line in lines for part in line.split("\n")]
