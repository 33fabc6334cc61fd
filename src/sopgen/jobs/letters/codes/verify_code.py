"""Whether a unit's key vouches for the code on a task order, what of it that covers, what became of its number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopgen.errors import SopgenError, VerificationFailed, together, with_fix
from sopgen.jobs.letters.before.sent import letters_of
from sopgen.jobs.letters.codes.key_handover import counting
from sopgen.jobs.letters.codes.reader import letters_in
from sopgen.jobs.letters.deployment import Deployment, canonical, from_content, plan_of
from sopgen.jobs.letters.request import from_file, prepared
from sopgen.jobs.work import Work, open_work
from sopgen.messages import say
from sopgen.model.base import long_date
from sopgen.plan.letter.contents import words_of
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView
from sopgen.seal.code import Seal, checked_seal, says
from sopgen.seal.covered import digests_in, line_digest, missing, stands_in
from sopgen.seal.keys import load_public_key
from sopgen.seal.known import KnownKey
from sopgen.seal.scan import ScannedLetter


@dataclass(frozen=True)
class Compared:
    """What a code is compared with: lines of people and the place as they stand on paper, the letter's order file.

    `register` is asked too, where there is one; with the `spec` of its SOP, for every word of the letter.
    """

    people: tuple[str, ...] = ()
    place: str = ""
    order: Path | None = None
    register: RegisterView | None = None
    spec: Path | None = None


@dataclass(frozen=True)
class VouchedCode:
    """What a code says, the key that vouches for it, and what it was compared with.

    `entry` is its number in the register, if asked; `agrees` whether the text of a PDF agrees with it, None where
    there is no text; `ordered` the deployment whose letter says the same, word for word, by order file or register.
    """

    seal: Seal
    key: KnownKey
    entry: NumberEntry | None = None
    agrees: bool | None = None
    ordered: Deployment | None = None


def vouched(code: str, keys: Sequence[Path] = (), compared: Compared | None = None) -> Iterator[VouchedCode]:
    """Yield what each code says: a code's text, or the codes in a photo or PDF.

    Any of the keys may vouch; where none is named, the own one and those that were let in. Raises VerificationFailed
    where a code does not hold, its letter says otherwise, or its number is void or unknown; what the code says comes
    before that.
    """
    asked = compared or Compared()
    known = [KnownKey(str(path), load_public_key(path)) for path in keys] or counting() or [_nobody()]
    for one in _scanned(code):
        seal, key = _checked(one.code, known)
        entry = _entry(asked.register, seal.number) if asked.register else None
        wrong = [*_otherwise(seal, one.text), *_unknown(seal, asked)]
        ordered = _ordered(seal, asked, entry)
        agrees = not wrong if one.text.strip() else None
        yield VouchedCode(seal, key, entry, agrees, ordered)
        if ordered is None:
            wrong += _in_other_words(seal, asked, entry)
        wrong += _by_register(seal, entry) if asked.register else []
        if wrong:
            raise together([VerificationFailed(what) for what in wrong])


def _scanned(code: str) -> list[ScannedLetter]:
    if "|" not in code and not Path(code).is_file():
        what = say('there is no file "{name}", and a code\'s text it is not', name=code)
        raise SopgenError(with_fix(what, say("look at its name and folder, or type the code's text in quotes")))
    found = [ScannedLetter(code, "")] if "|" in code else letters_in(Path(code))
    if not found:
        raise VerificationFailed(say("{path} shows no readable code. fix: a sharper photo, or the text", path=code))
    return found


def _nobody() -> KnownKey:
    """Raise what is said where no key counts yet: neither an own one nor another office's."""
    fix = say("ask the issuing unit for its .pub file, then `sopgen key add`")
    raise SopgenError(say("no key is known to check the code with. fix: {fix}", fix=fix))


def _checked(code: str, keys: Sequence[KnownKey]) -> tuple[Seal, KnownKey]:
    """Return what a code says and the first key that vouches for it; raise what the last one says where none does."""
    for one in keys[:-1]:
        try:
            return checked_seal(code, one.key), one
        except VerificationFailed:
            continue  # the next key may be the one
    return checked_seal(code, keys[-1].key), keys[-1]


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


def _ordered(seal: Seal, asked: Compared, entry: NumberEntry | None) -> Deployment | None:
    """Return the deployment whose letter, made anew with the number, says what the code covers."""
    for work, one in _made_from(asked, entry):
        plan = plan_of(work, one, seal.number)
        if says(seal, canonical(words_of(plan))):
            return one
    return None


def _made_from(asked: Compared, entry: NumberEntry | None) -> Iterator[tuple[Work, Deployment]]:
    """Yield what letters are made from: those of an order file, and the one that the register keeps of a number."""
    if asked.order:
        order = from_file(asked.order)
        ready = prepared(order)
        for one in letters_of(ready.work, ready.deployment, order):
            yield ready.work, one
    if asked.spec and entry and entry.state is not State.VOID:
        yield from_content(open_work(asked.spec), entry)


def _in_other_words(seal: Seal, asked: Compared, entry: NumberEntry | None) -> Iterator[str]:
    if asked.order:
        yield say("the order file's letters say otherwise than letter {number}", number=seal.number)
    if asked.spec and entry and entry.state is not State.VOID:
        yield say("the letter that the register keeps says otherwise than letter {number}", number=seal.number)
        if entry.version > 1:
            yield say("letter {number} was corrected: this may be its former version", number=seal.number)


def _by_register(seal: Seal, entry: NumberEntry | None) -> list[str]:
    if entry is None:
        return [say("the register knows no letter {number}", number=seal.number)]
    if entry.state is State.VOID:
        return [say("number {text} is void: {reason}", text=entry.text, reason=entry.reason)]
    return []


def _entry(register: RegisterView, number: str) -> NumberEntry | None:
    return next((one for one in register.entries() if one.text == number), None)
