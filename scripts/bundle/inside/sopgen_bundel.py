"""Every Python of the bundle: nothing is written into the bundle's folder, compiled modules go to the user's own."""

import os
import sys
from pathlib import Path


def keep_outside(edition: str) -> None:
    """Let Python keep compiled modules in a folder of this edition of the bundle, among the user's own files.

    Where Windows names no place for those, it keeps none.
    """
    own = os.environ.get("LOCALAPPDATA")
    sys.dont_write_bytecode = not own
    sys.pycache_prefix = str(Path(own, "sopgen", "pyc", edition)) if own else None
