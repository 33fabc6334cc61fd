"""The letters of a run, each with its number: all is checked before any is written."""

import hashlib
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.files import sweep_files, write_files
from sopgen.jobs.letters.deployment import Deployment, canonical, task_of
from sopgen.jobs.letters.numbers import Numbered
from sopgen.jobs.letters.workers import Files, Spread
from sopgen.jobs.work import Work
from sopgen.plan.letter.plan import OrderPlan, plan_order, words_of
from sopgen.register.store import NumberEntry, Register
from sopgen.seal.code import seal_of, signed

# Letters whose numbers are given in one transaction, and that are written, and noted as issued, together.
AT_ONCE: Final = 32
# Slow letters are written earlier (seconds), so that whoever waits sees them come.
LONGEST_WAIT: Final = 1.0


@dataclass(frozen=True)
class IssuedLetter:
    """A letter that was written: its title (number and names), its files; its PDF where a print run needs it."""

    title: str
    paths: tuple[Path, ...]
    pdf: bytes | None


@dataclass(frozen=True)
class Delivery:
    """Where letters are written: the folder, the formats that are kept, and where numbers, codes and files come from.

    Without a key the letters carry no code.
    """

    out: Path
    formats: tuple[str, ...]
    numbers: Numbered
    spread: Spread
    register: Register | None = None
    key: Ed25519PrivateKey | None = None
    printed: bool = False


@dataclass(frozen=True)
class _Sheet:
    """A letter between its number and its files."""

    plan: OrderPlan
    name: str
    title: str
    entry: NumberEntry | None


_Made = list[tuple[_Sheet, Files]]


def issue(work: Work, ones: Sequence[Deployment], delivery: Delivery) -> Iterator[IssuedLetter]:
    """Write the letters in their order. A number is issued when its files are there."""
    waiting: deque[_Sheet] = deque()

    def plans() -> Iterator[OrderPlan]:
        for sheet in _sheets(work, ones, delivery):
            waiting.append(sheet)
            yield sheet.plan

    wanted = [*delivery.formats, *({"pdf"} if delivery.printed else set()) - set(delivery.formats)]
    made: _Made = []
    sweep_files(delivery.out)
    try:
        since = monotonic()
        for files in delivery.spread(plans(), wanted):
            made.append((waiting.popleft(), files))
            if len(made) >= AT_ONCE or monotonic() - since > LONGEST_WAIT:
                yield from _write(delivery, made)
                since = monotonic()
        yield from _write(delivery, made)
    finally:
        _write(delivery, made)  # what was made before something failed


def _write(delivery: Delivery, made: _Made) -> list[IssuedLetter]:
    """Write letters together and note their numbers as issued; `made` is empty then."""
    batch = made.copy()
    made.clear()
    contents: dict[Path, bytes] = {}
    issued = []
    for sheet, files in batch:
        kept = {delivery.out / f"{sheet.name}.{ending}": files[ending] for ending in delivery.formats}
        contents |= kept
        issued.append(IssuedLetter(sheet.title, tuple(kept), files["pdf"] if delivery.printed else None))
    write_files(contents)
    if delivery.register and batch:
        digests = [(sheet.entry, _digest(files[delivery.formats[0]])) for sheet, files in batch if sheet.entry]
        delivery.register.complete_all(digests)
    return issued


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sheets(work: Work, ones: Sequence[Deployment], delivery: Delivery) -> Iterator[_Sheet]:
    """Yield the letters with their numbers; the numbers are given a batch at a time."""
    ground = work.ground(ones[0].day)
    for first in range(0, len(ones), AT_ONCE):
        batch = ones[first : first + AT_ONCE]
        for position, (one, (text, entry)) in enumerate(zip(batch, delivery.numbers(batch), strict=True), first + 1):
            plan = plan_order(ground, one.activity, work.order_look, task_of(one, text))
            if delivery.key and text:
                plan = replace(plan, seal=_seal(plan, one, delivery.key, ground.sop.name))
            who = one.people[0].name + (f" (+{len(one.people) - 1})" if len(one.people) > 1 else "")
            yield _Sheet(
                plan, f"surat-perintah-{letter_name(position, one, entry)}", f"{text or position} {who}", entry
            )


def _seal(plan: OrderPlan, one: Deployment, key: Ed25519PrivateKey, sop: str) -> str:
    days = f"{one.day}..{one.until}" if one.until else f"{one.day}"
    said = canonical(words_of(plan))
    lines = [f"{p.name} {p.rank} {p.number}" for p in one.people]
    about = f"{sop} {one.activity.id}"
    return signed(seal_of(plan.number, days, about, one.numbers, said, lines=lines, place=one.place), key)


def letter_name(position: int, one: Deployment, entry: NumberEntry | None) -> str:
    """Return how the names of a letter's files end: its number or place in the run, the activity, who goes alone."""
    number = f"{entry.year}-{entry.number:04}" if entry else f"{position:04}"
    person = one.people[0]
    who = person.number or re.sub(r"[^a-z0-9]+", "-", person.name.lower()).strip("-")
    return f"{number}-{one.activity.id}" + (f"-{who}" if len(one.people) == 1 else "")
