"""The orders of a deployment, from their numbers to their files; no issued letter is replaced by other words."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.errors import SopgenError, with_fix
from sopgen.files import one_writer, sweep_files, write_files
from sopgen.jobs.letters.deployment import Deployment, canonical, letter_key, letter_name, plan_of
from sopgen.jobs.letters.kept_files import digest, refuse_replacing, take_away
from sopgen.jobs.letters.numbers import Numbered
from sopgen.jobs.letters.workers import Files, Spread
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.plan.letter.contents import OrderPlan, words_of
from sopgen.plan.letter.recipients import people_lines
from sopgen.register.entry import NumberEntry
from sopgen.register.store import Register
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
    """Write the letters in their order. A number is issued when its files are there.

    Raises SopgenError where a letter would replace another, and after the last one where numbers were voided
    while their letters were made: those are not kept.
    """
    waiting: deque[_Sheet] = deque()
    voided: list[NumberEntry] = []

    def plans() -> Iterator[OrderPlan]:
        for sheet in _sheets(work, ones, delivery):
            waiting.append(sheet)
            yield sheet.plan

    made: _Made = []
    sweep_files(delivery.out)
    try:
        since = monotonic()
        for files in delivery.spread(plans(), _wanted(work, ones, delivery)):
            made.append((waiting.popleft(), files))
            if len(made) >= AT_ONCE or monotonic() - since > LONGEST_WAIT:
                yield from _write(delivery, made, voided)
                since = monotonic()
        yield from _write(delivery, made, voided)
    finally:
        _write(delivery, made, voided)  # what was made before something failed
    if voided:
        numbers = ", ".join(entry.text for entry in voided)
        raise SopgenError(
            with_fix(
                say("voided while its letter was made, which is not kept: {numbers}", numbers=numbers),
                say("order these letters anew"),
            )
        )


def _wanted(work: Work, ones: Sequence[Deployment], delivery: Delivery) -> list[str]:
    """Return the formats to make: those that are kept or printed, and those that an issued letter is compared by."""
    known = delivery.register.known([letter_key(work, one) for one in ones]).values() if delivery.register else ()
    issued = {name.rpartition(".")[2] for entry in known for name in entry.files}
    return list(dict.fromkeys([*delivery.formats, *(["pdf"] if delivery.printed else []), *sorted(issued)]))


def _write(delivery: Delivery, made: _Made, voided: list[NumberEntry]) -> list[IssuedLetter]:
    """Write letters together and note their numbers as issued; `made` is empty then.

    Those whose numbers were voided meanwhile are taken away again, and added to `voided`.
    """
    batch = made.copy()
    made.clear()
    if not batch:
        return []
    kept = [
        {delivery.out / f"{sheet.name}.{ending}": files[ending] for ending in delivery.formats}
        for sheet, files in batch
    ]
    # Two runs may mean the same name: what stands there is looked at and written by one of them at a time.
    with one_writer(delivery.out):
        for (sheet, files), contents in zip(batch, kept, strict=True):
            compared = {delivery.out / f"{sheet.name}.{ending}": content for ending, content in files.items()}
            refuse_replacing(sheet.entry, compared, contents)
        fresh = [path for contents in kept for path in contents if not path.exists()]
        write_files({path: content for contents in kept for path, content in contents.items()})
    gone = _noted(delivery, batch, kept)
    voided += gone
    issued = []
    for (sheet, files), contents in zip(batch, kept, strict=True):
        if sheet.entry in gone:
            take_away(path for path in contents if path in fresh)
        else:
            issued.append(IssuedLetter(sheet.title, tuple(contents), files["pdf"] if delivery.printed else None))
    return issued


def _noted(delivery: Delivery, batch: _Made, kept: Sequence[dict[Path, bytes]]) -> list[NumberEntry]:
    """Note the letters' numbers as issued; return those that were voided meanwhile."""
    if delivery.register is None:
        return []
    digests = [
        (sheet.entry, {path.name: digest(content) for path, content in contents.items()})
        for (sheet, _), contents in zip(batch, kept, strict=True)
        if sheet.entry
    ]
    return delivery.register.complete_all(digests)


def _sheets(work: Work, ones: Sequence[Deployment], delivery: Delivery) -> Iterator[_Sheet]:
    """Yield the letters with their numbers; the numbers are given a batch at a time."""
    for first in range(0, len(ones), AT_ONCE):
        batch = ones[first : first + AT_ONCE]
        for position, (one, (text, entry)) in enumerate(zip(batch, delivery.numbers(batch), strict=True), first + 1):
            plan = sealed_plan(work, one, text, delivery.key)
            who = one.people[0].name + (f" (+{len(one.people) - 1})" if len(one.people) > 1 else "")
            yield _Sheet(plan, f"{one.kind}-{letter_name(position, one, entry)}", f"{text or position} {who}", entry)


def sealed_plan(work: Work, one: Deployment, number: str, key: Ed25519PrivateKey | None) -> OrderPlan:
    """Return a letter's plan, with what its code says where it has a number and there is a key."""
    plan = plan_of(work, one, number)
    return replace(plan, seal=_seal(plan, one, key, work.edition.sop.name)) if key and number else plan


def _seal(plan: OrderPlan, one: Deployment, key: Ed25519PrivateKey, sop: str) -> str:
    days = f"{one.day}..{one.until}" if one.until else f"{one.day}"
    said = canonical(words_of(plan))
    lines = people_lines(plan)
    about = f"{sop} {one.activity.id}"
    return signed(seal_of(plan.number, days, about, one.numbers, said, lines=lines, place=one.place), key)
