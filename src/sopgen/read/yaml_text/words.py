"""What a YAML parser says, in words for who types a spec; by the line that it names, and parts of its sentences."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import yaml

from sopgen.messages import say
from sopgen.read.yaml_text.characters import FIRM_BLANK, firm_blank

TAB: Final = re.compile(r"(?:\s*(?:[-?:](?=\s))?\s*?)(\t)")
CONFLICT: Final = re.compile(r"(?:<{7}|>{7}|={7})(?: |$)")
NO_BLANK: Final = re.compile(r"\s*(?:- )?\w+(:)[^\s:/]")
FIRST_KEY: Final = re.compile(r"\s*(?:- )?[^\s:\"'][^:\"']*")
NO_BLANK_BEHIND_DASH: Final = re.compile(r"\s*(-)[^\s\-\d.]")
# The colon, comma, brackets and hyphen of East Asian fonts and of Word, behind a key or before an item.
WIDE_SIGN: Final = re.compile(
    r"\s*(?:[\w]+(?=[\uff1a\ufe55\ua789]))?([\uff1a\ufe55\ua789\u2010-\u2015\u2212\uff0d\uff3b\uff5b])\s?"
)
# A line and column from 0, what is wrong and how it is mended.
Told = tuple[int, int, str, str]


def told(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Told:
    """Return where a parser could not go on, or where what hinders it begins, and what that is."""
    mark, begin = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    reason = f"{error.context or ''} {error.problem or ''}"
    if found := _unseen(lines, line):
        return found
    if begin and "flow " in reason and _closes(lines[line] if line < len(lines) else "", column):
        return begin.line, begin.column, *_left_open(reason)
    if found := _by_line(reason, lines, line, column):
        return found
    if begin and begin.line != line and _begun_above(reason):
        if missing := NO_BLANK.match(lines[begin.line]):
            return begin.line, missing.start(1), *_no_blank()
        return begin.line, begin.column, *_left_open(reason)
    return line, column, *rephrased(error.problem or error.context or "")


def _unseen(lines: Sequence[str], number: int) -> Told | None:
    """Return what a parser stumbles over and nobody sees, in the line where it stands or the one above."""
    for line in (number, number - 1):
        text = lines[line] if 0 <= line < len(lines) else ""
        if CONFLICT.match(text):
            what = say("git left both versions of these lines here")
            return line, 0, what, say("keep the right one, and delete the lines of <<<<<<<, ======= and >>>>>>>")
        if tab := TAB.match(text):
            what = say("a tab stands before the text; YAML knows blanks only")
            return line, tab.start(1), what, say("delete the tab, type blanks as in the lines beside it")
        if dash := NO_BLANK_BEHIND_DASH.match(text):
            what = say("no blank stands behind the - of an item")
            return line, dash.start(1), what, say("write `- item`")
        if wide := WIDE_SIGN.match(text):
            what = say('"{sign}" only looks like the sign of YAML', sign=wide[1])
            return line, wide.start(1), what, say("type it from the keyboard of Latin letters")
        if blank := FIRM_BLANK.search(text):
            return line, blank.start(), *firm_blank(blank[0])
    return None


def _by_line(reason: str, lines: Sequence[str], number: int, column: int) -> Told | None:
    """Return what the sign at the place, and the line before it, tell of the slip."""
    text = lines[number] if number < len(lines) else ""
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), 0)
    if "mapping values are not allowed" in reason and FIRST_KEY.fullmatch(text[:column]):
        if missing := NO_BLANK.match(lines[above]):
            return above, missing.start(1), *_no_blank()
        return number, len(text) - len(text.lstrip()), *_indent()
    sign = text[column : column + 1]
    if sign and sign in "@`%,]}?" and any(part in reason for part in ("token", "node", "expected", "mapping keys")):
        what = say('"{sign}" stands where YAML takes none', sign=sign)
        return number, column, what, say("delete it; or put the text in quotes, if it belongs to it")
    if text[:column].rstrip().endswith(('"', "'")) and "expected" in reason:
        begun = _quote_begun(lines)
        if begun and begun.line < number:
            return begun.line, begun.column, say("a quote is opened and not closed"), say("close it, or delete it")
        what = say("the text goes on behind its closing quote")
        return number, column, what, say("put a text that holds \" between ', and one that holds ' between \"")
    return None


def _quote_begun(lines: Sequence[str]) -> yaml.Mark | None:
    """Return where the last text in quotes begins that a parser could read before it stopped."""
    found = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan("\n".join(lines), getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.ScalarToken) and not token.plain:
                found = token.start_mark
    return found


def _closes(line: str, column: int) -> bool:
    """Tell whether a bracket of the other kind, of which there is none too many, stands at a column."""
    opening = {"]": "[", "}": "{"}.get(line[column : column + 1])
    return opening is not None and line.count(line[column]) <= line.count(opening)


def _begun_above(reason: str) -> bool:
    return any(part in reason for part in ("quoted scalar", "flow ", "expected ':'"))


def _left_open(reason: str) -> tuple[str, str]:
    """Return what is wrong with a quote, a bracket or a key that is opened in a line above."""
    if "quoted scalar" in reason:
        return say("a quote is opened and not closed"), say("close it, or delete it")
    if "flow " in reason:
        return say("the bracket that is opened here is not closed"), say("close it, with commas between its parts")
    return say("the line is neither `key: value` nor an item"), say("write `key: value`")


def _no_blank() -> tuple[str, str]:
    return say("no blank stands behind the colon"), say("write `key: value`")


def _indent() -> tuple[str, str]:
    return (
        say("the line is indented otherwise than its neighbours, or a quote above is not closed"),
        say("give it the indent of the lines beside it, and close the quotes"),
    )


def rephrased(reason: str) -> tuple[str, str]:
    """Return what is wrong and how it is mended, for a reason that the parser gave."""
    known = (
        (
            ("cannot start any token", "\\t", "tab character"),
            (
                say("a sign that YAML keeps for itself begins the text here"),
                say("put the text in quotes"),
            ),
        ),
        (
            ("mapping values are not allowed", "expected ':'"),
            (
                say("a colon stands where none can be, or one is missing"),
                say("put a text that holds a colon in quotes; write `key: value`"),
            ),
        ),
        (("document start", "document end"), (say("the file goes on behind its end"), say("delete the line `...`"))),
        (("did not find expected key", "expected <block end>", "expected key", "block mapping"), _indent()),
        (
            ("'-' indicator", "block sequence", "block collection"),
            (
                say("an item of a list stands where none can be"),
                say("give all items of a list the same indent, on lines of their own"),
            ),
        ),
        (
            ("',' or", "flow sequence", "flow mapping", "flow node"),
            (say("a comma or a closing bracket is missing"), say("close every [ and {{ that was opened")),
        ),
        (
            ("unexpected end of stream", "quoted scalar"),
            (say("a quote is opened and not closed"), say("close it, or delete it")),
        ),
        (
            ("escape", "hexdecimal", "hexadecimal"),
            (
                say("a backslash in double quotes begins a sign that is not known"),
                say("write \\\\, or use single quotes"),
            ),
        ),
        (
            ("alias", "anchor"),
            (say("the text begins with & or *, which YAML keeps for itself"), say("put the text in quotes")),
        ),
        (
            ("tag", "directive", "%"),
            (say("the text begins with ! or %, which YAML keeps for itself"), say("put the text in quotes")),
        ),
    )
    for signs, words in known:
        if any(sign in reason for sign in signs):
            return words
    return say("the text is not YAML here"), say("check indentation, colons, quotes and brackets here")
