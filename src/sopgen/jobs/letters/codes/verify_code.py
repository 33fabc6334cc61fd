"""Whether a unit's key vouches for the code on a task order, what of it that covers, what became of its number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sopgen.errors import VerificationFailed, together
from sopgen.jobs.letters.codes.reader import letters_in
from sopgen.jobs.letters.deployment import Deployment, canonical, letters, task_of
from sopgen.jobs.letters.request import from_file, prepared
from sopgen.jobs.letters.unit_key import key_path
from sopgen.messages import say
from sopgen.model.base import long_date
from sopgen.plan.letter.plan import plan_order, words_of
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView
from sopgen.seal.code import Seal, checked_seal, says
from sopgen.seal.covered import digests_in, line_digest, missing, stands_in
from sopgen.seal.keys import fingerprint, load_public_key
from sopgen.seal.scan import ScannedLetter


@dataclass(frozen=True)
class Compared:
    """What a code is compared with: lines of people and the place as they stand on paper, the letter's order file.

    `register` is asked too, where there is one.
    """

    people: tuple[str, ...] = ()
    place: str = ""
    order: Path | None = None
    register: RegisterView | None = None


@dataclass(frozen=True)
class VouchedCode:
    """What a code says, the short name of the key that vouches for it, and what it was compared with.

    `entry` is its number in the register, if asked; `agrees` whether the text of a PDF agrees with it, None where
    there is no text; `ordered` the deployment of the order file whose letter says the same, word for word.
    """

    seal: Seal
    key: str
    entry: NumberEntry | None = None
    agrees: bool | None = None
    ordered: Deployment | None = None


def vouched(code: str, keys: Sequence[Path] = (), compared: Compared | None = None) -> Iterator[VouchedCode]:
    """Yield what each code says: a code's text, or the codes in a photo or PDF.

    Any of the keys may vouch, the own one where none is named. Raises VerificationFailed where a code does not hold,
    its letter says otherwise, or its number is void or unknown; what the code says comes before that.
    """
    asked = compared or Compared()
    public = [load_public_key(key) for key in keys or [key_path()]]
    for one in _scanned(code):
        seal, key = _checked(one.code, public)
        entry = _entry(asked.register, seal.number) if asked.register else None
        wrong = [*_otherwise(seal, one.text), *_unknown(seal, asked)]
        ordered = _ordered(seal, asked.order) if asked.order else None
        agrees = not wrong if one.text.strip() else None
        yield VouchedCode(seal, fingerprint(key), entry, agrees, ordered)
        if asked.order and ordered is None:
            wrong.append(say("the order file's letters say otherwise than letter {number}", number=seal.number))
        wrong += _by_register(seal, entry) if asked.register else []
        if wrong:
            raise together([VerificationFailed(what) for what in wrong])


def _scanned(code: str) -> list[ScannedLetter]:
    found = [ScannedLetter(code, "")] if "|" in code else letters_in(Path(code))
    if not found:
        raise VerificationFailed(say("{path} shows no readable code. fix: a sharper photo, or the text", path=code))
    return found


def _checked(code: str, keys: Sequence[Ed25519PublicKey]) -> tuple[Seal, Ed25519PublicKey]:
    """Return what a code says and the first key that vouches for it; raise what the last one says where none does."""
    for key in keys[:-1]:
        try:
            return checked_seal(code, key), key
        except VerificationFailed:
            continue  # the next key may be the one
    return checked_seal(code, keys[-1]), keys[-1]


def _otherwise(seal: Seal, text: str) -> Iterator[str]:
    """Yield what of a PDF's text is not as the code has it; nothing for a scan, which has no text."""
    if not text.strip():
        return
    days = [long_date(date.fromisoformat(day)) for day in seal.days.split("..")]
    for phrase in (seal.number, *days):
        if not stands_in(phrase, text):
            yield say('the letter does not say "{text}", as its code does. fix: ask the issuing unit', text=phrase)
    known = digests_in(seal.number, text)
    for place in missing(seal.lines, known):
        who = seal.people[place - 1] if len(seal.people) == len(seal.lines) else f"{place}"
        yield say(
            "the letter has another name, rank or number for person {who} than its code. fix: ask the issuing unit",
            who=who,
        )
    if seal.place and seal.place not in known:
        yield say("the letter names another place than its code. fix: ask the issuing unit")


def _unknown(seal: Seal, asked: Compared) -> Iterator[str]:
    """Yield which of the lines that stand on paper the code does not know."""
    if (asked.people and not seal.lines) or (asked.place and not seal.place):
        yield say("this code covers no names or no place. fix: ask the issuing unit, or compare with --letter")
        return
    for line in asked.people:
        if line_digest(seal.number, line) not in seal.lines:
            yield say('the code knows no person "{line}". fix: name, rank and number as on paper', line=line)
    if asked.place and line_digest(seal.number, asked.place) != seal.place:
        yield say('the code knows another place than "{place}"', place=asked.place)


def _ordered(seal: Seal, path: Path) -> Deployment | None:
    """Return the deployment of an order file whose letter, made anew with the number, says what the code covers."""
    order = from_file(path)
    ready = prepared(order)
    work = ready.work
    ground = work.ground(order.day)
    for one in letters(ready.deployment, per_person=order.per_person):
        plan = plan_order(ground, one.activity, work.order_look, task_of(one, seal.number))
        if says(seal, canonical(words_of(plan))):
            return one
    return None


def _by_register(seal: Seal, entry: NumberEntry | None) -> list[str]:
    if entry is None:
        return [say("the register knows no letter {number}", number=seal.number)]
    if entry.state is State.VOID:
        return [say("number {text} is void: {reason}", text=entry.text, reason=entry.reason)]
    return []


def _entry(register: RegisterView, number: str) -> NumberEntry | None:
    return next((one for one in register.entries() if one.text == number), None)
