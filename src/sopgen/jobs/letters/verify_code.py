"""Whether the unit's key vouches for the code on a task order, and what became of its number."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, VerificationFailed
from sopgen.jobs.letters.unit_key import key_path
from sopgen.messages import say
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView
from sopgen.seal.code import Seal, checked_seal
from sopgen.seal.keys import fingerprint, load_public_key
from sopgen.seal.scan import codes_in
from sopgen.tools.bounded import Bounded, Overrun

# A print run of 200 pages takes half of it (of the processor).
SECONDS: Final = 30


@dataclass(frozen=True)
class VouchedCode:
    """What a code says, the short name of the key that vouches for it, and its number in the register, if asked."""

    seal: Seal
    key: str
    entry: NumberEntry | None = None


def vouched(code: str, key: Path | None = None, register: RegisterView | None = None) -> Iterator[VouchedCode]:
    """Yield what each code says: a code's text, or the codes in a photo or PDF.

    `register` is asked too, where there is one. Raises VerificationFailed where a code does not
    hold, or its number is void or unknown there; what the code says comes before that.
    """
    public = load_public_key(key or key_path())
    for text in _texts(code):
        seal = checked_seal(text, public)
        entry = _entry(register, seal.number) if register else None
        yield VouchedCode(seal, fingerprint(public), entry)
        if register and entry is None:
            raise VerificationFailed(say("the register knows no letter {number}", number=seal.number))
        if entry and entry.state is State.VOID:
            raise VerificationFailed(say("number {text} is void: {reason}", text=entry.text, reason=entry.reason))


def _texts(code: str) -> list[str]:
    found = [code] if "|" in code else _codes_of(Path(code))
    if not found:
        raise VerificationFailed(say("{path} shows no readable code. fix: a sharper photo, or the text", path=code))
    return found


def _codes_of(path: Path) -> list[str]:
    """Return the codes in a file that a stranger may have sent: read where time and memory have bounds."""
    process = Bounded(SECONDS)
    try:
        return process.call(codes_in, path)
    except Overrun as error:
        what = say("{path} unpacks to more than a letter holds. fix: take a photo of the code", path=path)
        raise SopgenError(what) from error
    finally:
        process.close()


def _entry(register: RegisterView, number: str) -> NumberEntry | None:
    return next((one for one in register.entries() if one.text == number), None)
