"""The register of the working folder that a test stands in."""

from typing import Final

from sopgen.jobs.register.folder import office_here
from sopgen.register.opening import begin, open_register
from sopgen.register.store import Register

REGISTER: Final = "sqlite:///register/surat-perintah.sqlite"


def begun(first: int = 1, year: int = 2026) -> Register:
    """Begin the folder's register."""
    return begin(REGISTER, office_here(), year, first)


def opened() -> Register:
    """Open the folder's register."""
    return open_register(REGISTER, office_here())
