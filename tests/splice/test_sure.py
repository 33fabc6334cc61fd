"""Whatever is set, put in or taken out, anywhere: no wrong value, no other line touched, no comment lost."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.examples import many
from tests.splice import odd
from tests.splice.texts import ODD, at, spec

from sopgen.errors import Loc, Problem, SpecError
from sopgen.read.source import LOADER, Source, parse_text
from sopgen.splice.append import append
from sopgen.splice.insert import insert, insert_after, insert_key
from sopgen.splice.places import entries_along
from sopgen.splice.put import put, rewrite
from sopgen.splice.remove import remove
from sopgen.splice.reorder import reorder

SPEC = Path(__file__).parents[2] / "spec"
SHIPPED = [SPEC / name for name in ("sop/fkpm/2019.yaml", "sop/fkpm/2026-draf.yaml", "sop/mediasi/contoh.yaml")]
OPERATIONS = many(4000)
IN_A_ROW = 20
Change = tuple[str, Loc, Callable[[Source], Source], Any]


def places(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    yield loc
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        yield from places(value, (*loc, key))


def change(rng: random.Random, source: Source) -> Change:
    """Return a random operation: its kind, place, what it does to the text, and the data that it must give."""
    every = list(places(source.data))
    holders = [loc for loc in every if isinstance(at(source.data, loc), dict | list)]
    kind = rng.choice(["set", "set", "insert", "insert", "remove"]) if len(every) > 1 else "insert"
    value, wanted = odd.value(rng), deepcopy(source.data)
    if kind == "insert":
        loc = rng.choice(holders)
        holder = at(wanted, loc)
        number = rng.randint(0, len(holder))
        if isinstance(holder, list):
            holder.insert(number, value)
            return kind, (*loc, number), lambda source: insert(source, (*loc, number), value), wanted
        key = next(key for n in range(99) if (key := rng.choice([*odd.KEYS, f"k{n}"])) not in holder)
        pairs = list(holder.items())
        holder.clear()
        holder.update([*pairs[:number], (key, value), *pairs[number:]])
        return kind, (*loc, key), lambda source: insert_key(source, (*loc, key), value, number), wanted
    loc = rng.choice(every[1:])
    if kind == "set":
        at(wanted, loc[:-1])[loc[-1]] = value
        return kind, loc, lambda source: put(source, loc, value), wanted
    del at(wanted, loc[:-1])[loc[-1]]
    return kind, loc, lambda source: remove(source, loc), wanted


@cache
def comments(text: str) -> Counter[str]:
    """Return the comments of a text: they stand between its tokens, and beside the heads of block scalars."""
    found: Counter[str] = Counter()
    before = 0
    for token in yaml.scan(text, LOADER):
        start, end = token.start_mark.index, token.end_mark.index
        found.update(re.findall(r"#[^\r\n]*", text[before:start]))
        head = re.match(r"[|>][^\s#]*[ \t]+(#[^\r\n]*)", text[start:end])
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">") and head:
            found[head[1]] += 1
        before = max(before, end)
    found.update(re.findall(r"#[^\r\n]*", text[before:]))
    return found


def touched(old: list[str], new: list[str]) -> int:
    """Return how many of the old lines stand in a row of others."""
    short = min(len(old), len(new))
    first = next((n for n in range(short) if old[n] != new[n]), short)
    last = next((n for n in range(short - first) if old[-1 - n] != new[-1 - n]), short - first)
    return len(old) - last - first


def own_lines(source: Source, loc: Loc) -> tuple[int, int]:
    """Return the lines that a change of a place may touch: from that of the entry before to its own last one.

    Where the first entry on a dash's line goes, the next one moves up to it.
    """
    entries = entries_along(source, loc)
    holder, entry = entries[-2].value, entries[-1]
    number = holder.entries.index(entry)
    start = holder.entries[number - 1].value.end if number else min(holder.head, holder.start)
    stop = entry.value.end if entry.comma is None else entry.comma
    if number == 0 and len(holder.entries) > 1 and source.text[:start].rpartition("\n")[2].strip(" "):
        stop = holder.entries[1].start
    return source.text[:start].count("\n"), source.text[:stop].count("\n")


def check(rng: random.Random, source: Source) -> Source | None:
    """Carry out one random operation, and check all that it must keep; None where it is refused."""
    kind, loc, carried_out, wanted = change(rng, source)
    made, refused = source, list[Problem]()
    try:
        made = carried_out(source)
    except SpecError as error:
        refused = error.problems
    if refused:
        assert {"ED02"} == {problem.code for problem in refused}
        return None
    assert wanted == made.data
    assert list(places(wanted)) == list(places(made.data)), "the order of keys"
    if "\r\n" in source.text:
        assert made.text.count("\n") == made.text.count("\r\n")
    old, new = source.text.splitlines(keepends=True), made.text.splitlines(keepends=True)
    lost = comments(source.text) - comments(made.text)
    assert not comments(made.text) - comments(source.text)
    if kind == "insert":
        assert not lost
        assert touched(old, new) <= 1
        return made
    low, high = own_lines(source, loc)
    assert old[:low] == new[:low]
    assert old[high + 1 :] == new[len(new) - len(old) + high + 1 :]
    own = "".join(old[low : high + 1])
    assert all(comment in own for comment in lost)
    if kind == "set" and not isinstance(at(source.data, loc), dict | list):
        assert not lost
    return made


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("path", [*SHIPPED, SPEC / "satuan.yaml"], ids=lambda path: path.stem)
def test_the_shipped_files_take_any_change_anywhere(path: Path, end: str) -> None:
    text = path.read_text("utf-8").replace("\n", end)
    rng = random.Random(f"{path.name}{end!r}")
    for _ in range(OPERATIONS // 2 // 8 // IN_A_ROW + 1):
        source = parse_text("x.yaml", text)
        for _ in range(IN_A_ROW):
            made = check(rng, source)
            assert made, "a file that is laid out plainly is never refused"
            source = made


def test_texts_in_odd_layouts_take_any_change_or_refuse_it() -> None:
    done = refused = number = 0
    while done < OPERATIONS // 2:
        number += 1
        rng = random.Random(number)
        try:
            source = parse_text("x.yaml", odd.text(rng))
        except SpecError:  # an alias to an anchor further below, or an odd text that is no YAML
            continue
        for _ in range(IN_A_ROW):
            made = check(rng, source)
            done, refused, source = done + 1, refused + (made is None), made or source
    assert refused < done / 20


def test_line_breaks_of_windows_stay() -> None:
    old = spec(ODD.replace("\n", "\r\n"))
    for made in (
        rewrite(old, ("terlipat",), "Memberikan imbauan kepada   warga desa dan kota"),
        remove(old, ("kosong",)),
        insert_after(old, ("daftar",), "sesudah", 1),
        append(old, "x", [{"di": "a"}]),
        reorder(old, ("daftar",), (1, 0, 2, 3)),
    ):
        assert made.text.count("\n") == made.text.count("\r\n") >= 25


@pytest.mark.parametrize("loc", [("tidak_ada",), ("daftar", 9), ("id", "x"), ("daftar", "x")])
def test_a_place_that_does_not_exist_is_refused(loc: Loc) -> None:
    with pytest.raises(LookupError):
        rewrite(spec(), loc, "x")
    with pytest.raises(LookupError):
        remove(spec(), loc)
