"""Which window of the browser writes an edition: one; the others watch, and may take over."""

import time
from dataclasses import dataclass, field
from typing import Final

from sopgen.desk.noted import who

# Seconds after which a window that said nothing is closed; an open one asks for news every two.
SILENCE: Final = 7.0


@dataclass
class Windows:
    """The window that writes, and when each was last heard of."""

    writer: str = ""
    heard: dict[str, float] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)

    @property
    def person(self) -> str:
        """Who writes, by the name that the log has; empty where nobody does."""
        return self.people.get(self.writer, "")

    def writes(self, window: str) -> bool:
        """Tell whether a window writes; it does where no other one is open that does."""
        now = time.monotonic()
        self.heard[window] = now
        self.people[window] = who()
        if self.writer != window and now - self.heard.get(self.writer, -SILENCE) >= SILENCE:
            self.writer = window
        return self.writer == window

    def take(self, window: str) -> None:
        """Let a window write, and the others watch."""
        self.heard[window] = time.monotonic()
        self.people[window] = who()
        self.writer = window

    def leave(self, window: str) -> None:
        """Forget a window that is closed."""
        self.heard.pop(window, None)
        self.people.pop(window, None)
