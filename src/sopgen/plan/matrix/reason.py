"""A reason as the matrix of changes prints it: what a reader knows, without codes of rules and names of files."""

import re
from typing import Final

# What follows the title of a rule: its code, then its source.
CODE: Final = re.compile(r"[A-Z]{2}\d{2}(?:, ?)?")
# A file of the working folder, and what of it is meant.
FILE: Final = re.compile(r"\bspec/\S+\.yaml\b")


def printed(reason: str) -> str:
    """Return a reason without the codes of rules that ask for a change; a source that is a file goes with them."""
    out, rest = "", reason
    while (begins := _next(rest)) is not None:
        end = _closed(rest, begins)
        source = CODE.sub("", rest[begins + 1 : end], count=1)
        before = rest[:begins]
        out += before.rstrip() if not source or FILE.match(source) else f"{before}({source})"
        rest = rest[end + 1 :]
    return out + rest


def _next(text: str) -> int | None:
    """Return where the next bracket that begins with a code opens."""
    found = re.search(rf"\((?={CODE.pattern})", text)
    return found.start() if found else None


def _closed(text: str, begins: int) -> int:
    """Return where a bracket closes, or the text ends; sources have brackets of their own."""
    depth = 0
    for place in range(begins, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
    return len(text)
