"""What is installed, what is missing, what it is needed for."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sopgen.tools import git, graphviz, libreoffice


@dataclass(frozen=True)
class Tool:
    """One program or package: its job, where it is (empty where it is not), how to get it."""

    name: str
    job: str
    place: str
    fix: str
    needed: bool


def tools() -> list[Tool]:
    """Return everything that sopgen uses from outside, needed ones first."""
    return [
        Tool("typst", "sets the PDFs (needed)", _package("typst"), "pip install typst", needed=True),
        Tool(
            "fontpkg-arimo",
            "the PDFs' font (needed)",
            _package("fontpkg-arimo"),
            "pip install fontpkg-arimo",
            needed=True,
        ),
        Tool(
            "graphviz-pure",
            "draws the charts (needed)",
            _shown(graphviz.bundled()),
            "pip install graphviz-pure",
            needed=True,
        ),
        Tool(
            "dot",
            "draws the charts instead, if asked (optional)",
            _shown(graphviz.system()),
            "install Graphviz",
            needed=False,
        ),
        Tool(
            "LibreOffice",
            "prints a DOCX as PDF (optional)",
            _shown(libreoffice.program()),
            "install LibreOffice",
            needed=False,
        ),
        Tool(
            "python-pkcs11",
            "signs with a token (optional)",
            _package("python-pkcs11"),
            "pip install 'sopgen[pkcs11]'",
            needed=False,
        ),
        Tool(
            "git",
            "reads former revisions for sopgen diff (optional)",
            _shown(git.program()),
            "install git",
            needed=False,
        ),
    ]


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _shown(path: Path | None) -> str:
    return str(path) if path else ""
