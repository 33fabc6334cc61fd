"""What Typst says of a template, in the reader's words and with the place; what is not known here stays in quotes."""

import re
from collections.abc import Callable
from typing import Final

from sopgen.errors import TemplateError, with_fix
from sopgen.messages import say


def refused(name: str, error: Exception) -> TemplateError:
    """Return why a template was not typeset; `name` is said where Typst names no line of a file."""
    # Where a copy of the folder lies tells nobody anything.
    reason = re.sub(r" \(searched at [^)]*\)", "", str(error))
    if "decode image" in reason or "parse SVG" in reason:
        fix = say("save the emblem as PNG anew")
        return TemplateError(with_fix(f"{name}: {say('a picture can not be read')}", fix))
    what = f"{_place(str(getattr(error, 'diagnostic', ''))) or name}: {_known(reason)}"
    return TemplateError(with_fix(what, say("compare the template with the shipped one")))


def _place(diagnostic: str) -> str:
    """Return file, line and column (both from 1) of the first place that Typst names."""
    found = re.search(r"─ (?:.*[/\\])?([^/\\:\s]+\.typ):(\d+):(\d+)", diagnostic)
    return f"{found[1]}:{found[2]}:{int(found[3]) + 1}" if found else ""


def _known(reason: str) -> str:
    for pattern, words in KNOWN:
        if found := re.search(pattern, reason, re.DOTALL):
            return words(found)
    return say('Typst says "{words}"', words=" ".join(reason.split())[:200])


def _kind(word: str) -> str:
    """Return what Typst calls a kind of value in the reader's words."""
    known = {
        "integer": say("a whole number"),
        "float": say("a number"),
        "string": say("a text in quotes"),
        "boolean": say("true or false"),
        "length": say("a length such as 12pt"),
        "relative length": say("a length such as 12pt"),
        "array": say("a list"),
        "dictionary": say("a set of keys"),
        "content": say("text of the page in []"),
        "function": say("a function"),
        "color": say("a colour"),
        "none": "none",
        "auto": "auto",
    }
    return known.get(word, word)


def _kinds(words: str) -> str:
    found = [_kind(one.strip()) for one in re.split(r",(?: or)? | or ", words)]
    return ", ".join(dict.fromkeys(found))


def _other_kind(found: re.Match[str]) -> str:
    if "length" in found[1] and found[2] in ("integer", "float"):
        return say("a length needs a unit, such as 12pt")
    return say("wanted here: {wanted}; not {given}", wanted=_kinds(found[1]), given=_kind(found[2]))


def _no_name(found: re.Match[str]) -> str:
    return say('there is nothing of the name "{name}"', name=found[1])


Words = Callable[[re.Match[str]], str]
KNOWN: Final[tuple[tuple[str, Words], ...]] = (
    (r"^unclosed", lambda _: say("a bracket or quote is opened and not closed")),
    (r'dictionary does not contain key "(.*)"', lambda found: say('there is no tag "{name}"', name=found[1])),
    (r"unknown variable: (.*)", _no_name),
    (r"(?:no method|no field|does not contain(?: field)?|no element) [`\"](.*?)[`\"]", _no_name),
    (r"cannot access fields on type (.*)", lambda found: say("{kind} has no parts", kind=_kind(found[1]))),
    (r"label `<(.*)>` does not exist", lambda found: say('there is no label "{name}"', name=found[1])),
    (r"package", lambda _: say("it asks for a package, and templates get none")),
    (
        r"file not found|escape the project root|failed to load file|is a directory",
        lambda _: say("it names a file that is not in its folder"),
    ),
    (r"not valid UTF-8", lambda _: say("the file is not UTF-8 text")),
    (r'^expected "', lambda _: say("the word in quotes is none of those that Typst knows here")),
    (r"^expected (.*), found (.*)$", _other_kind),
    (r"unexpected closing", lambda _: say("a bracket is closed that is not open")),
    (r"unexpected argument: (.*)", lambda found: say('there is no value "{name}" to set', name=found[1])),
    (r"unexpected argument", lambda _: say("there is a value too many in the brackets")),
    (r"missing argument: (.*)", lambda found: say('the value "{name}" is missing', name=found[1])),
    (r"^duplicate \w+: (.*)", lambda found: say('"{name}" stands twice', name=found[1])),
    (r"cannot divide by zero", lambda _: say("something is divided by zero")),
    (
        r"cannot (?:add|subtract|multiply|divide|compare|join|apply) ?(.*?) (?:and|with|from|by|to) (.*)",
        lambda found: say(
            "what does not go together: {one}, {other}", one=_kind(found[1] or "?"), other=_kind(found[2])
        ),
    ),
    (r"cannot loop over (.*)", lambda found: say("a loop can not run over {kind}", kind=_kind(found[1]))),
    (
        r"index out of bounds \(index: (-?\d+), len: (\d+)\)",
        lambda found: say("the list has {count} items, none of the number {number}", count=found[2], number=found[1]),
    ),
    (
        r"always true|depth exceeded|infinite|cyclic import",
        lambda _: say("a loop or a function does not come to its end"),
    ),
    (
        r"panicked(?: with: (.*))?|assertion failed(?:: (.*))?",
        lambda found: say('the template stops itself: "{words}"', words=found[1] or found[2] or "assert"),
    ),
    (r"invalid digits", lambda _: say("a text that is no number is to become one")),
    (r"color string", lambda _: say("a colour has 3, 4, 6 or 8 digits 0-9, a-f")),
    (
        r"cannot (return|break|continue) outside",
        lambda found: say('"{sign}" stands where none can be', sign=found[1]),
    ),
    (
        r"invalid number suffix: `(.*)`",
        lambda found: say('"{name}" is no unit; known are pt, mm, cm, in, em and %', name=found[1]),
    ),
    (r"must be (?:positive|at least)", lambda _: say("a number is too small")),
    (r"elements to destructure", lambda _: say("a list has more or fewer parts than names are given to")),
    (r"^unexpected|^invalid|is not allowed|not valid", lambda _: say("a sign stands where Typst takes none")),
    (r"^expected", lambda _: say("a part of a formula or a list is missing")),
)
