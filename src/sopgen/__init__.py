"""sopgen: from the spec of an SOP to the documents that a unit signs and prints."""

from typing import Final

VERSION: Final = "0.2.0"
