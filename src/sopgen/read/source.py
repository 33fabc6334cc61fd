"""From a YAML file's bytes to plain data and the place of each part of it.

Every scalar stays the text that was typed; only a plain `null`, `~` or nothing is None. What YAML could
turn into a trap (tags, duplicate keys, alias bombs, deep nesting) is refused with its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from sopgen.errors import Loc, Problem, Severity, SpecError, path_text
from sopgen.messages import say, system_fix, system_reason
from sopgen.read.yaml_text.characters import FIRM_BLANK, firm_blank, odd_characters
from sopgen.read.yaml_text.words import rephrased, told

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_DEPTH: Final = 40
MAX_NODES: Final = 200_000
# Every third character and more: a text of Latin letters in UTF-16.
MOST_NULS: Final = 3
OTHER_FILES: Final = (
    (b"PK\x03\x04", ".docx, .xlsx"),
    (b"\xd0\xcf\x11\xe0", ".doc, .xls"),
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"<", ".html, .xml"),
)
# A remark has a blank behind its `#`, and begins with a word; `#2`, `# 2` and `#baru` are a part of the text.
LOST: Final = re.compile(r"\s+(#(?:[^\s#]|\s*[0-9]).*)")
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """A parsed file: its name as the user gave it, its data, the node of each part, and its text."""

    file: str
    data: object
    root: yaml.Node
    text: str

    def problem(self, code: str, loc: Loc, what: str, fix: str, *, severity: Severity = "error") -> Problem:
        """Return a Problem at `loc`: at the deepest part of it that exists, on the key where it is a key's."""
        node, key = _walk(self.root, loc)
        mark, file = (key or node).start_mark, self.holder(key or node).file
        return Problem(file, mark.line + 1, mark.column + 1, code, what, fix, path_text(loc), severity)

    @property
    def files(self) -> "tuple[Source, ...]":
        """The files that it was read from, each by itself."""
        return (self,)

    def holder(self, node: yaml.Node) -> "Source":  # noqa: ARG002  (here all nodes stand in one file)
        """Return the file that a node of it stands in."""
        return self

    def reread(self, text: str) -> "Source":
        """Return what another text of the file says; raise SpecError with every fault of form in it."""
        return parse_text(self.file, text)


def parse(path: Path) -> Source:
    """Read one YAML file; raise SpecError with every fault of form in it."""
    name = path.as_posix()
    return parse_bytes(name, _read(name, path))


def parse_bytes(name: str, raw: bytes) -> Source:
    """Read the content of a YAML file of that name; raise SpecError with every fault of form in it."""
    return parse_text(name, _decode(name, raw))


def parse_text(name: str, text: str) -> Source:
    """Read the text of a YAML file of a name; raise SpecError with every fault of form in it."""
    reading = _Reading(name, text.splitlines())
    reading.check_characters(text)
    reading.stop_on_faults()
    root = reading.compose(text)
    reading.stop_on_faults()
    data = reading.value(root, (), ())
    reading.stop_on_faults()
    return Source(name, data, root, text)


def _read(name: str, path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            fix = say("split it, or remove what does not belong in a spec")
            raise SpecError([Problem(name, 1, 1, "YM01", say("the file is larger than 8 MiB"), fix)])
        return path.read_bytes()
    except OSError as error:
        what = say("can not be read: {reason}", reason=system_reason(error))
        raise SpecError([Problem(name, 1, 1, "YM01", what, system_fix(error))]) from error


def _decode(name: str, raw: bytes) -> str:
    begin = raw.lstrip()[:8]
    for start, ending in OTHER_FILES:
        if begin.startswith(start) and not begin.startswith(b"<<"):
            what = say("this is no text file, it begins like {ending}", ending=ending)
            fix = say("name the right file; a spec is written in Notepad or another editor of plain text")
            raise SpecError([Problem(name, 1, 1, "YM02", what, fix)])
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        raise _not_utf_8(name, line, column) from error
    if len(text) < MOST_NULS * text.count("\0"):  # UTF-16 without its mark
        raise _not_utf_8(name, 1, 1)
    return text


def _not_utf_8(name: str, line: int, column: int) -> SpecError:
    fix = say("save the file as UTF-8 (Notepad: Save as, Encoding UTF-8)")
    return SpecError([Problem(name, line, column, "YM02", say("the file is not UTF-8 text"), fix)])


def _walk(root: yaml.Node, loc: Loc) -> tuple[yaml.Node, yaml.Node | None]:
    """Return the deepest node along `loc`, and its key where the last part is a key of a mapping."""
    node, key = root, None
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == part), None)
            if pair is None:
                break
            key, node = pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            key, node = None, node.value[part]
    return node, key


@dataclass
class _Reading:
    """One file while it is read: its name and the faults found so far."""

    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def add(self, code: str, line: int, column: int, what: str, fix: str, loc: Loc = ()) -> None:
        self.problems.append(Problem(self.file, line + 1, column + 1, code, what, fix, path_text(loc)))

    def add_at(self, code: str, mark: Any, what: str, fix: str, loc: Loc = ()) -> None:
        self.add(code, mark.line, mark.column, what, fix, loc)

    def stop_on_faults(self) -> None:
        if self.problems:
            raise SpecError(sorted(self.problems))

    def check_characters(self, text: str) -> None:
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
            for column, what, fix in odd_characters(line):
                self.add("YM03", number, column, what, fix)

    def compose(self, text: str) -> yaml.Node:
        """Return the root node; the events are looked at first, since composing goes as deep as the file."""
        try:
            self._check_events(yaml.parse(text, LOADER))
            self.stop_on_faults()
            root = yaml.compose(text, LOADER)
        except yaml.MarkedYAMLError as error:
            self.add("YM04", *told(error, self.lines))
        except yaml.YAMLError as error:
            self.add("YM04", 0, 0, *rephrased(str(error).splitlines()[0]))
        else:
            if root is not None:
                return root
            self.add("YM04", 0, 0, say("the file is empty"), say("write the spec, or start from `sopgen new`"))
        raise SpecError(sorted(self.problems))

    def _check_events(self, events: Iterator[yaml.Event]) -> None:
        depth = documents = 0
        for event in self._called(events):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    what, fix = (
                        say("a second document begins here"),
                        say("keep one document a file; delete `---`"),
                    )
                    self.add_at("YM05", event.start_mark, what, fix)
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                self._check_tag(event)
                if depth > MAX_DEPTH:
                    what = say("nested deeper than {bound} levels", bound=MAX_DEPTH)
                    self.add_at("YM06", event.start_mark, what, say("a spec needs no such depth; flatten it"))
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent):
                self._check_tag(event)

    def _called(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        """Pass the events on; a word behind & that no * calls was meant as a part of the text."""
        names: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.AliasEvent):
                names.pop(event.anchor or "", None)
            elif isinstance(event, yaml.ScalarEvent) and event.anchor:
                names[event.anchor] = event.start_mark
            yield event
        for name, mark in names.items():
            what = say('"{text}" would be lost: YAML takes it for the name of a text', text=f"&{name}")
            self.add_at("YM11", mark, what, say("put the whole text in quotes"))

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            fix = say("delete the tag; write text in quotes where it must stay text")
            self.add_at("YM07", event.start_mark, say("tag {tag} is not allowed", tag=tag), fix)

    def value(self, node: yaml.Node, loc: Loc, above: tuple[int, ...]) -> object:
        """Return the plain data of a node; aliases are followed up to a bound."""
        self.nodes += 1
        if id(node) in above or self.nodes > MAX_NODES:
            if self.nodes <= MAX_NODES + 1:
                what = say("aliases repeat more than a spec can hold")
                self.add_at("YM08", node.start_mark, what, say("write the text itself instead of an alias"), loc)
            self.nodes = MAX_NODES + 1
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, loc)
        inside = (*above, id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*loc, n), inside) for n, item in enumerate(node.value)]
        return self._mapping(node, loc, inside)

    def _mapping(self, node: yaml.Node, loc: Loc, inside: tuple[int, ...]) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, item in node.value:
            name = key.value
            if not isinstance(key, yaml.ScalarNode):
                self.add_at("YM09", key.start_mark, say("a key must be a word"), say("write `key: value`"), loc)
            elif blank := FIRM_BLANK.search(name):
                self.add_at("YM03", key.start_mark, *firm_blank(blank[0]), loc)
            elif name in data:
                what = say('key "{name}" stands twice', name=name)
                self.add_at("YM10", key.start_mark, what, say("keep one of the two"), (*loc, name))
            else:
                data[name] = self.value(item, (*loc, name), inside)
        return data

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> str | None:
        text: str = node.value
        mark = node.start_mark
        for _, what, fix in odd_characters(text):  # an escape may stand for any of them
            self.add_at("YM03", mark, what, fix, loc)
        # The C loader gives plain scalars an empty style, the Python one None.
        if node.style:
            return text
        self._check_plain(node, loc)
        return None if text in {"", "~", "null"} else text

    def _check_plain(self, node: yaml.ScalarNode, loc: Loc) -> None:
        """Refuse a text without quotes of which YAML takes less, or more, than who typed it meant."""
        end = node.end_mark
        for number in range(node.start_mark.line + 1, end.line + 1):
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                what = say("this item is glued to the line above it: it is indented deeper")
                self.add(
                    "YM12", number, len(line) - len(line.lstrip()), what, say("give it the indent of its list"), loc
                )
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if node.value and (lost := LOST.match(rest)):
            what = say('"{text}" would be lost: YAML takes it for a remark', text=lost[1])
            self.add("YM11", end.line, end.column + lost.start(1), what, say("put the whole text in quotes"), loc)
