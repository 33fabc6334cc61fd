"""What nobody foresaw, in a file for who keeps sopgen."""

import os
import tempfile
import traceback
from typing import Final

from sopgen import VERSION

# With this variable the traceback is shown, for who works on sopgen.
DEBUG: Final = "SOPGEN_DEBUG"


def written(error: Exception) -> str:
    """Write the details into a file that only its owner reads, since they may name people; return its path."""
    number, path = tempfile.mkstemp(prefix="sopgen-", suffix=".txt")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(f"sopgen {VERSION}\n{''.join(traceback.format_exception(error))}")
    return path
