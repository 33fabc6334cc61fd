"""Which place of the spec each printed text of a planned page has, so that a click on the page finds its field.

The contents of a page are what the plan made of the spec: most texts stand there as they were written. A text that
stands in several places of the spec is that of the list or activity whose texts stand around it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from sopgen.errors import Loc, path_text
from sopgen.model.chapters import SEE
from sopgen.model.identity import WordedDate
from sopgen.model.printed import printed
from sopgen.model.quality import Duration
from sopgen.model.sop import Sop
from sopgen.plan.table.cells import printed_time

# What `softened` puts into a text where a line may end.
ADDED: Final = re.compile("[\u00ad\u200b\u2060]")
# Values that templates compare or take as names: they stay plain texts.
PLAIN: Final = frozenset({"id", "kunci", "tanda", "jenis", "bentuk_kepala", "huruf_pdf", "uraian_bagan", "pokok"})
WHOLE: Final = frozenset({"rupa", "gambar_bagan", "lambang", "kolom"})
# The properties of the file, at the top of the contents.
PROPERTIES: Final = frozenset({"judul", "satuan"})
# From here on a text is long enough for a part of it, on the page on which it goes on, to be known by its words.
KNOWN_BY_PART: Final = 24


def with_places(data: Mapping[str, Any], sop: Sop) -> dict[str, Any]:
    """Return the contents of a page with each text whose place is known as `{"t": text, "p": path}`."""
    finder = _Finder(dict(_texts_by_words(sop)))
    return {
        key: value if key in PROPERTIES or _stays(key) else finder.placed(value, key) for key, value in data.items()
    }


def _stays(key: str) -> bool:
    return key in PLAIN or key in WHOLE


def _texts_by_words(sop: Sop) -> Iterator[tuple[str, list[Loc]]]:
    found: dict[str, list[Loc]] = {}
    for loc, text in _texts(sop):
        found.setdefault(_plain(text), []).append(loc)
    yield from found.items()


def _texts(sop: Sop) -> Iterator[tuple[Loc, str]]:
    """Yield every text that pages print, in the order of the spec; dates, times and ranks as they are printed."""
    for one in printed(sop):
        if not one.is_key:
            yield one.loc, one.text
    identity = sop.identitas
    for name in type(identity).model_fields:
        value = getattr(identity, name)
        if isinstance(value, WordedDate) and value.printed:
            yield ("identitas", name, "nilai"), value.printed
    signer = identity.pengesah
    for label in ("NRP", "NIP"):
        yield ("identitas", "pengesah", "pangkat"), f"{signer.pangkat} {label} {signer.nrp}".strip()
    for n, activity in enumerate(sop.kegiatan):
        if isinstance(activity.mutu_baku.waktu, Duration):
            yield ("kegiatan", n, "mutu_baku", "waktu"), printed_time(activity.mutu_baku)


def _plain(text: str) -> str:
    return ADDED.sub("", text).replace("\n", " ").strip()


@dataclass
class _Finder:
    """The places of texts by their words, and the place that was found last: the next text stands near it."""

    places: Mapping[str, list[Loc]]
    last: Loc = ()
    used: set[Loc] = field(default_factory=set)

    def placed(self, value: Any, key: str = "") -> Any:
        if isinstance(value, str):
            loc = self._place(value)
            return {"t": value, "p": path_text(loc)} if loc else value
        if isinstance(value, Mapping):
            return {name: one if _stays(name) else self.placed(one, name) for name, one in value.items()}
        return [self.placed(one, key) for one in value] if isinstance(value, list) else value

    def _place(self, text: str) -> Loc:
        words = _plain(text)
        found = self.places.get(words) or self._with_numbers(words) or self._of_part(words)
        if not words or not found:
            return ()
        self.last = max(found, key=self._near)
        self.used.add(self.last)
        return self.last

    def _with_numbers(self, words: str) -> list[Loc]:
        """Return the places of a text that names other items, which are printed as their numbers."""
        return next((locs for text, locs in self.naming if text.fullmatch(words)), [])

    @cached_property
    def naming(self) -> list[tuple[re.Pattern[str], list[Loc]]]:
        """The texts that name other items."""
        found = [(text, locs) for text, locs in self.places.items() if SEE.search(text)]
        return [(re.compile(r"\S.*?".join(map(re.escape, SEE.split(text)[::2]))), locs) for text, locs in found]

    def _of_part(self, words: str) -> list[Loc]:
        """Return the places of a text that goes on over pages."""
        if len(words) < KNOWN_BY_PART:
            return []
        return next((locs for text, locs in self.places.items() if words in text), [])

    def _near(self, loc: Loc) -> tuple[bool, int, bool]:
        """Return how near a place is to the last one: the next item of its list, else by the parts they share."""
        shared = next((n for n, (a, b) in enumerate(zip(loc, self.last, strict=False)) if a != b), len(self.last))
        follows = loc[:-1] == self.last[:-1] and loc[-1:] == tuple(
            part + 1 for part in self.last[-1:] if isinstance(part, int)
        )
        return follows, shared, loc not in self.used
