"""The table of laws as it is mostly written, read line by line: a tenth of the time that YAML takes.

peraturan.yaml is a long list of flat entries, read at every check. What is written in any other way (a text of two
lines, an anchor, a sign beyond ASCII) is left to the reader of YAML, and so is whatever is wrong: it has the places.
"""

import re
from typing import Final

Table = dict[str, object]
MAX_BYTES: Final = 8 * 1024 * 1024
_PLAIN: Final = re.compile(r"[A-Za-z0-9(](?:[^:#\n]|:(?! |$)|(?<! )#)*(?<! )")
_QUOTED: Final = re.compile(r'"([^"\\\n]*)"')
_LISTED: Final = re.compile(r"\[([A-Za-z0-9][^\[\]{}\"':#,\n]*(?:, [A-Za-z0-9][^\[\]{}\"':#,\n]*)*)\]")
_PAIR: Final = re.compile(r"([a-z_]+): ([A-Za-z0-9(][^\[\]{}\"':#,\n]*(?:(?<=\w):(?=\w)[^\[\]{}\"':#,\n]*)*)")
_FLOW: Final = re.compile(rf"      - \{{({_PAIR.pattern}(?:, {_PAIR.pattern})*)\}}")
_KEY: Final = re.compile(r"(?:  - |    )([a-z_]+):(?: (.*))?")
_NOTHING: Final = frozenset({"null", "~", "Null", "NULL"})


def read(text: str) -> Table | None:
    """Return the data of a table of laws; None where a line of it is written in another way."""
    if not text.isascii() or len(text) > MAX_BYTES or "\t" in text or "\r" in text:
        return None
    lines = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    if not lines or lines[0] != "peraturan:":
        return None
    entries: list[Table] = []
    for line in lines[1:]:
        if not (_nested(line, entries) if line.startswith("      ") else _keyed(line, entries)):
            return None
    # A list that holds nothing is None to YAML.
    return {"peraturan": entries} if entries and not any([] in entry.values() for entry in entries) else None


def _keyed(line: str, entries: list[Table]) -> bool:
    """Take a key and its value over into the last entry, or into a new one; tell whether the line is such a one."""
    found = _KEY.fullmatch(line)
    if found is None:
        return False
    if line.startswith("  - "):
        entries.append({})
    value = [] if found[2] is None else _value(found[2])
    if not entries or value is ... or found[1] in entries[-1]:
        return False
    entries[-1][found[1]] = value
    return True


def _nested(line: str, entries: list[Table]) -> bool:
    """Take an item over into the list that the last entry ends with; tell whether there is one."""
    pairs = _pairs(line)
    above = next(reversed(entries[-1].values()), None) if entries and entries[-1] else None
    if pairs is None or not isinstance(above, list) or any(isinstance(one, str) for one in above):
        return False
    above.append(pairs)
    return True


def _value(written: str) -> object:
    """Return a text, a list of texts, or None for null; an ellipsis for what is written in another way."""
    if _PLAIN.fullmatch(written):
        return None if written in _NOTHING else written
    if quoted := _QUOTED.fullmatch(written):
        return quoted[1]
    if listed := _LISTED.fullmatch(written):
        parts = listed[1].split(", ")
        return ... if any(part in _NOTHING or part != part.strip() for part in parts) else parts
    return ...


def _pairs(line: str) -> Table | None:
    """Return the pairs of an item such as `{oleh: ..., kepastian: B}`; None for any other line."""
    found = _FLOW.fullmatch(line)
    pairs = _PAIR.findall(found[1]) if found else []
    data: Table = {}
    for key, value in pairs:
        if key in data or value in _NOTHING or value != value.strip():
            return None
        data[key] = value
    return data if pairs and len(data) == len(pairs) else None
