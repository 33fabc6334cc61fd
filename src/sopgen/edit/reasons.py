"""Why an edition differs from the former one, as the spec itself keeps it for the matrix of changes."""

from collections.abc import Iterable
from typing import Final

from sopgen.edit.change import append
from sopgen.errors import Loc, path_text
from sopgen.read.source import Source

REASONS: Final = "alasan_perubahan"


def with_reasons(source: Source, reasons: Iterable[tuple[Loc, str]]) -> Source:
    """Return the spec with a reason for what is other at each place."""
    entries = [{"di": path_text(loc), "alasan": why} for loc, why in reasons]
    return append(source, REASONS, entries) if entries else source
