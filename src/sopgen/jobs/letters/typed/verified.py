"""The code of a letter that somebody shows: what it says, what vouches for it, and what does not hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sopgen.errors import SopgenError
from sopgen.jobs.letters.codes.verify_code import Compared, VouchedCode, vouched
from sopgen.jobs.letters.typed.kept import spec_of
from sopgen.register.entry import State
from sopgen.register.look import RegisterView


@dataclass(frozen=True)
class VerifiedCode:
    """What codes say, as far as a key vouches for them, and what of it does not hold."""

    codes: tuple[VouchedCode, ...]
    wrong: SopgenError | None


def verified(code: str, register: RegisterView | None, specs: Iterable[Path]) -> VerifiedCode:
    """Return what the code in a picture or PDF, or a code's text, says; the register is asked where there is one.

    Where the register keeps what the letter was made from, every word is compared. Raises SopgenError where there
    is no code, or no key to check it with.
    """
    first = _looked_at(code, Compared(register=register))
    entry = first.codes[0].entry if len(first.codes) == 1 else None
    if first.wrong or entry is None or not entry.content or entry.state is State.VOID:
        return first
    return _looked_at(code, Compared(register=register, spec=spec_of(entry, specs)))


def _looked_at(code: str, compared: Compared) -> VerifiedCode:
    found: list[VouchedCode] = []
    try:
        for one in vouched(code, (), compared):
            found.append(one)
    except SopgenError as error:
        if not found:
            raise
        return VerifiedCode(tuple(found), error)
    return VerifiedCode(tuple(found), None)
