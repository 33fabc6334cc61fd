"""From a path to the text of an edition: a file that says all itself, or an overlay with its base."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from pydantic import ValidationError

from sopgen.errors import SpecError
from sopgen.messages import say
from sopgen.read.faults import problems
from sopgen.read.overlay.base import NOT_INHERITED, OverlayHead, base_digest, find_base
from sopgen.read.overlay.merge import HEAD, merge
from sopgen.read.overlay.nodes import data_of, every, without_keys
from sopgen.read.source import Source, parse, parse_text
from sopgen.workspace import as_given

# A base of a base of a base: the ministry's, the Polda's, the Polres's.
MOST_BASES: Final = 4


@dataclass(frozen=True)
class MergedSource(Source):
    """An overlay over its base: `data` and `root` are what both say, `text` is the overlay's own.

    `theirs` are the nodes of the base, by which each fault is told in the file that holds it.
    """

    own: Source
    base: Source
    theirs: frozenset[int]

    @property
    def files(self) -> tuple[Source, ...]:
        """The overlay, its base, and what that rests on."""
        return (self.own, *self.base.files)

    @property
    def head(self) -> OverlayHead:
        """Which base it is of."""
        return _head(self.own)

    @property
    def is_behind(self) -> bool:
        """Whether the base is not the one that the overlay was last brought to."""
        return self.head.sidik_dasar != base_digest(self.base.data)

    def holder(self, node: yaml.Node) -> Source:
        """Return the file that a node stands in; one that was merged stands in the overlay."""
        return self.base.holder(node) if id(node) in self.theirs else self.own

    def reread(self, text: str) -> Source:
        """Return what another text of the overlay says; raise SpecError with every fault of form in it."""
        own = parse_text(self.file, text)
        same = is_overlay(own) and own.data.get("dasar") == self.head.dasar  # type: ignore[attr-defined]
        return over(own, self.base) if same else with_base(own)


def read_spec(path: Path) -> Source:
    """Read the file of an edition, with its base where it has one; raise SpecError with every fault of form."""
    return with_base(parse(path))


def is_overlay(source: Source) -> bool:
    """Tell whether a file says only what differs from a base."""
    return isinstance(source.data, dict) and "dasar" in source.data


def with_base(source: Source, depth: int = MOST_BASES) -> Source:
    """Return a file with its base, or as it is where it is no overlay."""
    if not is_overlay(source):
        return source
    name = _head(source).dasar
    if not depth:
        what = say("bases rest on each other without an end")
        raise SpecError([source.problem("DS02", ("dasar",), what, say("let one of them say all itself"))])
    found = as_given(find_base(source, name), Path(source.file))
    return over(source, with_base(parse(found), depth - 1))


def over(overlay: Source, base: Source) -> MergedSource:
    """Return an overlay over a base; raise SpecError with all that names nothing in the base."""
    _head(overlay)
    tree = merge(overlay, without_keys(base.root, NOT_INHERITED))
    own = {id(node) for node in (*every(overlay.root), *tree.made)}
    theirs = frozenset(id(node) for node in every(tree.root) if id(node) not in own)
    return MergedSource(overlay.file, data_of(tree.root), tree.root, overlay.text, overlay, base, theirs)


def _head(source: Source) -> OverlayHead:
    data = source.data if isinstance(source.data, dict) else {}
    try:
        return OverlayHead.model_validate({key: data[key] for key in HEAD if key in data})
    except ValidationError as error:
        raise SpecError(problems(source, OverlayHead, error)) from error
