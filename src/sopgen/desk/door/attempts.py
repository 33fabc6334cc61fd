"""How often one may try: after a few wrong PINs the next try waits, each time twice as long."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import ceil
from typing import Final

FREE: Final = 3
LONGEST: Final = 900.0
MOST_KEPT: Final = 10_000


@dataclass
class Attempts:
    """The wrong tries, by name and by computer; `clock` gives seconds."""

    clock: Callable[[], float] = time.monotonic
    wrong: dict[str, tuple[int, float]] = field(default_factory=dict)

    def wait(self, keys: Iterable[str]) -> int:
        """Return for how many seconds the next try is refused; 0 where it may be made."""
        now = self.clock()
        return max(0, *(ceil(self.wrong[key][1] - now) for key in keys if key in self.wrong), 0)

    def failed(self, keys: Iterable[str]) -> None:
        """Count a wrong try."""
        for key in keys:
            count = self.wrong.get(key, (0, 0.0))[0] + 1
            pause = min(2.0 ** (count - FREE), LONGEST) if count >= FREE else 0.0
            self.wrong[key] = (count, self.clock() + pause)
        while len(self.wrong) > MOST_KEPT:
            self.wrong.pop(next(iter(self.wrong)))

    def succeeded(self, keys: Iterable[str]) -> None:
        """Forget the wrong tries of who got in."""
        for key in keys:
            self.wrong.pop(key, None)
