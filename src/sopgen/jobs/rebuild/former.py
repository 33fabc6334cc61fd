"""Outputs that are taken from the former build: of a changed edition only what shows the change is drawn anew.

A form, a letter and a chart are functions of their plan, the templates and the program: what was made of the same
three stands in the output folder, and is taken from there where it has its digest still. The full build makes them
all; tests/jobs/rebuild compare the bytes.
"""

import hashlib
import io
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

Files = Iterable[tuple[str, bytes]]


@dataclass(frozen=True)
class FormerOutputs:
    """The output folder of the last build, by what each of its files was made of and which digest it had.

    `base` stands for the program and the templates; `now` is noted for the next build.
    """

    base: str
    folder: Path = Path()
    keys: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)

    def made(self, names: Sequence[str], plan: object, make: Callable[[], Files]) -> Files:
        """Return the files of these names that `make` makes of a plan: the former ones where they were made of it."""
        key = hashlib.sha256(self.base.encode() + _said(plan)).hexdigest()
        self.now.update(dict.fromkeys(names, key))
        if any(self.keys.get(name) != key for name in names):
            return make()
        found = {name: self._former(name) for name in names}
        whole = [(name, content) for name, content in found.items() if content is not None]
        return whole if len(whole) == len(names) else make()

    def _former(self, name: str) -> bytes | None:
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == self.digests.get(name) else None


class _Canonical(pickle.Pickler):
    """A pickle in which a model is its values, and a set is in order: else each process would write another."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, BaseModel):
            return dict, (value.__dict__,), type(value)
        if isinstance(value, frozenset):
            return frozenset, (sorted(value, key=repr),)
        return NotImplemented


def _said(plan: object) -> bytes:
    """Return all that a plan says, as bytes that are the same for the same plan."""
    out = io.BytesIO()
    _Canonical(out, protocol=4).dump(plan)
    return out.getvalue()
