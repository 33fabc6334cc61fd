"""Two checkers of Word files, each shown all files of a folder in one process."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

PROGRAMS: Final = Path(sys.executable).parent
CHECKERS: Final = ("openxml-audit", "ooxml-integrity")


def assert_sound(checker: str, folder: Path) -> None:
    """Let a checker look at every Word file in and under a folder; there must be one."""
    every = sorted(map(str, folder.rglob("*.docx")))
    assert every
    words = {
        "openxml-audit": ["--format=office2019", "--max-errors=0", "--output=json", "--recursive", str(folder)],
        "ooxml-integrity": ["check", "--json", *every],
    }[checker]
    done = subprocess.run([str(PROGRAMS / checker), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    looked_at = told if isinstance(told, list) else told["files"]
    assert every == sorted(str(one.get("file") or one.get("path")) for one in looked_at)
