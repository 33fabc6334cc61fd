"""What is wrong with a tag, in words for who edits a template: Jinja has English ones, and no place but a line."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from sopgen.messages import say

TAG: Final = re.compile(r"\{([{%]).*?[}%]\}", re.DOTALL)
STATEMENT: Final = re.compile(r"\{%-?\s*(\w*)")
# What closes a tag, and what is between.
PARTS: Final = {"for": ("else",), "if": ("elif", "else")}
OPERANDS: Final = re.compile(
    r"unsupported operand|not supported between|can only concatenate|must be str|bad operand|not iterable|has no len"
)
SHOWN: Final = 60


def syntax_words(environment: Environment, source: str, error: TemplateSyntaxError) -> str:
    """Return what is wrong with the tags of a part, and with which of them."""
    tag = next(_broken(environment, source), "")
    words = _known(str(error.message or ""))
    return say('tag "{tag}": {reason}', tag=tag, reason=words) if tag else words


def value_words(source: str, error: Exception) -> str:
    """Return what is wrong with the value of a tag, and with which of them."""
    name = re.search(r"'([^']*)' is undefined|has no (?:attribute|element) '?([^']*)'?", str(error))
    if isinstance(error, UndefinedError) and name:
        word = name[1] or name[2]
        tag = next((one for one in _tags(source) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", one)), "")
        words = say('"{name}" has no value', name=word)
        return say('tag "{tag}": {reason}', tag=tag, reason=words) if tag else words
    if isinstance(error, SecurityError) and (found := re.search(r"attribute '([^']*)'", str(error))):
        return say('a template can not reach "{name}"', name=found[1])
    if isinstance(error, RecursionError | SyntaxError):
        return say("tags stand in each other more deeply than can be filled")
    if isinstance(error, TypeError | UndefinedError) and OPERANDS.search(str(error)):
        return say("a tag joins or compares what does not go together, such as a text and a number")
    return _unknown(str(error) or type(error).__name__)


def _tags(source: str) -> Iterator[str]:
    """Yield the tags of a part as they are typed, shortened."""
    for found in TAG.finditer(source):
        text = " ".join(re.sub(r"<[^>]*>", "", found[0]).split())
        yield text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def _broken(environment: Environment, source: str) -> Iterator[str]:
    """Yield the tags that are wrong: by themselves, then by what they close or leave open."""
    tags = list(_tags(source))
    yield from (tag for tag in tags if not _parses(environment, tag))
    opened: list[str] = []
    for tag in tags:
        word = (STATEMENT.match(tag) or ("", ""))[1]
        if word in PARTS:
            opened.append(tag)
        elif word.startswith("end") or word in ("elif", "else"):
            begun = (STATEMENT.match(opened[-1]) or ("", ""))[1] if opened else ""
            if word != f"end{begun}" and word not in PARTS.get(begun, ()):
                yield tag
            elif word.startswith("end"):
                opened.pop()
    yield from reversed(opened)


def _parses(environment: Environment, tag: str) -> bool:
    """Tell whether a tag is right by itself, with what belongs to it around it."""
    word = (STATEMENT.match(tag) or ("", ""))[1]
    if word.startswith("end") and word[3:] in PARTS:
        around = f"{{% {'for x in y' if word == 'endfor' else 'if x'} %}}{tag}"
    elif word in ("elif", "else"):
        around = f"{{% if x %}}{tag}{{% endif %}}"
    else:
        around = f"{tag}{{% end{word} %}}" if word in PARTS else tag
    try:
        environment.parse(around)
    except TemplateSyntaxError:
        return False
    return True


def _known(reason: str) -> str:
    """Return our words for a reason that Jinja gives."""
    for pattern, words in KNOWN:
        if found := re.search(pattern, reason, re.DOTALL):
            return words(found)
    return _unknown(reason)


def _unknown(reason: str) -> str:
    return say('the program that fills templates says "{words}"', words=" ".join(reason.split())[:200])


def _token(name: str) -> str:
    """Return what Jinja calls a token as it is typed, or in our words."""
    known = {
        "end of print statement": "}}",
        "begin of print statement": "{{",
        "end of statement block": "%}",
        "begin of statement block": "{%",
        "name": say("a name"),
        "integer": say("a number"),
        "float": say("a number"),
        "string": say("a text in quotes"),
        "end of template": say("the end of the template"),
    }
    return known.get(name, name)


Words = Callable[[re.Match[str]], str]
KNOWN: Final[tuple[tuple[str, Words], ...]] = (
    (
        r"[Ee]xpected token '(.*?)', got '(.*)'",
        lambda found: say(
            '"{wanted}" is missing before "{got}"', wanted=_token(found[1]), got=_token(found[2].strip("'\""))
        ),
    ),
    (r"Expected an expression, got '(.*)'", lambda found: _value_missing(found[1])),
    (r"^unexpected '(end of .*)'", lambda found: _value_missing(found[1])),
    (r"unexpected end of template", lambda _: say("the tag is not finished")),
    (r"Encountered unknown tag 'end(\w+)'|unknown tag 'el\w+'", lambda _: say("it closes or parts what is not open")),
    (r"Encountered unknown tag '(.*?)'", lambda found: say('"{name}" is no tag', name=found[1])),
    (
        r"innermost block that needs to be closed is '(\w+)'",
        lambda found: say('"{name}" is opened and not closed', name=found[1]),
    ),
    (r"Unexpected end of template", lambda _: say("the tag is not finished")),
    (r"unexpected char ([\"'])[\"']\1 at", lambda _: say("a quote is opened and not closed")),
    (r"end of raw directive|Block names", lambda _: say("raw and block are no tags of templates here")),
    (r"escape$", lambda _: say("a backslash in double quotes begins a sign that is not known")),
    (r"tag name expected", lambda _: say("a word such as for or if is missing behind {{%")),
    (r"can't assign to", lambda _: say("what stands between for and in is no name")),
    (
        r"unexpected '(.)', expected '(.)'",
        lambda found: say('a bracket is opened and not closed by "{sign}"', sign=found[2]),
    ),
    (r"^unexpected '([)\]}])'", lambda found: _brackets(found[1])),
    (
        r"unexpected char '(.+)' at|unexpected '(.+)'",
        lambda found: say('"{sign}" stands where none can be', sign=found[1] or found[2]),
    ),
    (r"Invalid character in identifier", lambda _: say("a name has a sign that none can have")),
    (
        r"expected name or number|expected subscript",
        lambda _: say("a name is missing behind the point or in the bracket"),
    ),
    (r"chain multiple tests", lambda _: say("only one test can stand behind is")),
)


def _value_missing(token: str) -> str:
    return say('a name or a value is missing before "{got}"', got=_token(token.strip("'\"")))


def _brackets(sign: str) -> str:
    return say('"{sign}" closes no bracket', sign=sign)
