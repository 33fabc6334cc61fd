"""The language of the tags in Word templates: a small part of Jinja that can only fill in words.

Jinja's own sandbox keeps a template from Python, not from a loop without end or a text without end. So the tree of a
template is read before it runs: nothing is called, nothing multiplied, nothing included, no name set; what loops and
what joins is counted while it runs.
"""

import re
import time
from collections.abc import Iterator, Mapping, MutableMapping, Sized
from functools import lru_cache
from types import CodeType
from typing import Any, Final, cast

from jinja2 import (
    Environment,
    StrictUndefined,
    Template,
    TemplateRuntimeError,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sopgen.messages import say
from sopgen.render.word.trusted.words import syntax_words

FILTERS: Final = ("upper", "lower", "capitalize", "title", "trim", "length", "count", "first", "last", "default", "d")
TESTS: Final = ("defined", "undefined", "none", "odd", "even", "string", "number", "eq", "ne", "lt", "le", "gt", "ge")
KNOWN: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.For, nodes.If, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Neg, nodes.Concat, nodes.Tuple, nodes.List,
)  # fmt: skip
# How what is refused is written.
SIGNS: Final = {"Call": "(...)", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "Assign": "set"}
# Turns of all loops and characters made in one part; seconds of the processor.
MOST_STEPS: Final = 200_000
MOST_CHARACTERS: Final = 8_000_000
MOST_SECONDS: Final = 3.0
# In one part before it is filled.
MOST_TAGS: Final = 500
LONGEST_TAG: Final = 10_000
LONGEST_PART: Final = 1_000_000
# Parts whose code is kept: those of all shipped templates.
MOST_KEPT: Final = 128
STEPS: Final = "each turn"
JOINED: Final = "joined words"
OPEN: Final = re.compile(r"\{(?:<[^>]*>)*([{%#])")
CLOSE: Final = {mark: re.compile(rf"{end}(?:<[^>]*>)*\}}") for mark, end in (("{", r"\}"), ("%", "%"), ("#", "#"))}
# docxtpl's own, which act on the table around them.
OF_DOCXTPL: Final = re.compile(r"\s*(?:vm|hm|cellbg|colspan)\b")


class OddTag(TemplateSyntaxError):
    """A tag that is wrong, or that no template may have: told in our words."""


class TooMuch(TemplateRuntimeError):
    """A template that does not come to its end in bounded time and memory."""


class Budget:
    """What is left to one part of a template."""

    def __init__(self) -> None:
        self.steps, self.characters = MOST_STEPS, MOST_CHARACTERS
        self.until = time.thread_time() + MOST_SECONDS

    def step(self) -> None:
        """Count a turn of a loop."""
        self.steps -= 1
        if self.steps < 0 or time.thread_time() > self.until:
            raise TooMuch(say("its loops do not come to an end"))

    def add(self, made: object) -> None:
        """Count what was made."""
        self.characters -= len(made) if isinstance(made, Sized) else 1
        if self.characters < 0:
            raise TooMuch(say("it makes more text than a document can hold"))


class CountedLoop:
    """What a loop runs over, each turn counted."""

    def __init__(self, inner: Any, budget: Budget) -> None:
        self._inner, self._budget = inner, budget

    def __len__(self) -> int:
        return len(self._inner)

    def __iter__(self) -> Iterator[Any]:
        for one in self._inner:
            self._budget.step()
            yield one


@pass_context
def _steps(context: Context, inner: Any) -> CountedLoop:
    if not isinstance(inner, list | tuple | StrictUndefined):
        raise TooMuch(say("a loop runs over what is no list"))
    iter(inner)  # a name without a value says so
    return CountedLoop(inner, _budget(context))


@pass_context
def _joined(context: Context, made: Any) -> Any:
    _budget(context).add(made)
    return made


def _budget(context: Context) -> Budget:
    assert isinstance(context.environment, TagLanguage)
    return context.environment.budget


class BoundedTemplate(Template):
    """A template whose output has a bound."""

    def render(self, *args: Any, **values: Any) -> str:
        """Return the filled text; raise TooMuch where it grows past its bound."""
        assert isinstance(self.environment, TagLanguage)
        budget = self.environment.budget = Budget()
        made = []
        for piece in self.generate(*args, **values):
            budget.add(piece)
            made.append(piece)
        return "".join(made)


class TagLanguage(ImmutableSandboxedEnvironment):
    """Jinja without calls, globals and names of its own: see the module."""

    template_class = BoundedTemplate

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | {STEPS: _steps, JOINED: _joined}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.budget = Budget()
        # What reads a tag alone, to find the one that is wrong.
        self.bare = Environment()

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,
        template_class: type[Template] | None = None,
    ) -> Template:
        """Return the template of a part; what many documents of a run are made from is compiled once."""
        assert isinstance(source, str)
        made = template_class or self.template_class
        return made.from_code(self, _compiled(source), self.make_globals(globals), None)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Let only a loop's own numbers through: every other value is a key or a place in a list."""
        return isinstance(obj, LoopContext) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Let no text be a pattern: nothing is called."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except TemplateSyntaxError as error:
            raise OddTag(syntax_words(self.bare, source, error), error.lineno) from error
        for node in tree.find_all(nodes.Node):
            _refuse_unknown(node)
        for node in list(tree.find_all((nodes.For, nodes.Output, nodes.Expr))):
            _count(node)
        return tree


@lru_cache(MOST_KEPT)
def _compiled(source: str) -> CodeType:
    """Return the code of a part of a template, which is the same for all who fill it. Raises OddTag."""
    return TagLanguage().compile(source)


def _refuse_unknown(node: nodes.Node) -> None:
    if not isinstance(node, KNOWN):
        kind = SIGNS.get(type(node).__name__, type(node).__name__.lower())
        raise OddTag(say('"{kind}" is no part of the language of templates', kind=kind), node.lineno)
    if isinstance(node, nodes.Filter | nodes.Test):
        known = FILTERS if isinstance(node, nodes.Filter) else TESTS
        if node.name not in known:
            kind = node.name
            raise OddTag(say('"{kind}" is no part of the language of templates', kind=kind), node.lineno)


def _count(node: nodes.Node) -> None:
    """Have the turns of a loop, and what is joined below a node, counted."""
    if isinstance(node, nodes.For):
        node.iter = _through(STEPS, cast("nodes.Expr", node.iter))
    for key, value in node.iter_fields():
        if isinstance(value, nodes.Add | nodes.Concat):
            setattr(node, key, _through(JOINED, value))
        elif isinstance(value, list):
            setattr(node, key, [_through(JOINED, v) if isinstance(v, nodes.Add | nodes.Concat) else v for v in value])


def _through(name: str, inner: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(inner, name, [], [], None, None, lineno=inner.lineno)


def refuse_odd_tags(part: str) -> None:
    """Raise OddTag where a part's tags are not closed, too many or too long, before anything reads them.

    What splits tags over Word's runs is looked for by patterns that take for ever where a tag has no end.
    """
    if len(part) > LONGEST_PART:
        raise OddTag(say("it is longer than a document can be"), 1)
    place = 0
    for _ in range(MOST_TAGS + 1):
        begin = OPEN.search(part, place)
        if begin is None:
            return
        end = CLOSE[begin[1]].search(part, begin.end(), begin.end() + LONGEST_TAG)
        again = OPEN.search(part, begin.end(), end.start() if end else len(part))
        if end is None or (again and again[1] == begin[1]):
            words = re.sub(r"<[^>]*>", "", part[begin.start() : begin.start() + 400])[:40]
            raise OddTag(say('the tag "{words}" is not closed', words=words), 1)
        if OF_DOCXTPL.match(re.sub(r"<[^>]*>", "", part[begin.end() : end.start()])):
            kind = part[begin.end() : end.start()].strip()[:40]
            raise OddTag(say('"{kind}" is no part of the language of templates', kind=kind), 1)
        place = end.end()
    raise OddTag(say("it holds more than {count} tags", count=MOST_TAGS), 1)


PLAIN: Final = (str, int, float, bool, type(None))


def refuse_odd_values(value: object) -> None:
    """Raise TypeError where a template would be given more than texts, numbers, lists and mappings of them.

    An object has attributes, and one of them leads out of the sandbox.
    """
    if isinstance(value, Mapping):
        for key, inner in value.items():
            refuse_odd_values(key)
            refuse_odd_values(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            refuse_odd_values(inner)
    elif not isinstance(value, PLAIN):
        raise TypeError(f"a template takes no {type(value).__name__}")
