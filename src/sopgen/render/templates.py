"""The template folders of a unit: which files are the shipped ones, and which the templates may read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.read.own_folder import foreign, refused
from sopgen.workspace import example

# What the system, git, Word and LibreOffice leave in a folder; no template can read it.
LEFT: Final = (".DS_Store", ".gitkeep", ".gitignore", ".gitattributes", ".directory")
LOCKS: Final = ("~$", ".~lock.")
LARGEST: Final = 20 * 1024 * 1024


def is_shipped(template: Path) -> bool:
    """Tell whether a template, and what stands beside its folder for all to import, is as shipped (but line ends)."""
    root, beside = template.parents[1], template.parents[1].glob(f"*{template.suffix}")
    return all(_same(path, path.relative_to(root)) for path in (template, *beside))


def _same(path: Path, name: Path) -> bool:
    shipped = example() / "templates" / name
    return shipped.is_file() and path.is_file() and _content(shipped) == _content(path)


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return content.replace(b"\r\n", b"\n") if path.suffix == ".typ" else content


def refuse_narrow(heads: Sequence[str], template: Path) -> None:
    """Raise TemplateError where a table has further columns and a Typst template of a former version prints none."""
    if heads and "kepala_tambahan" not in template.read_text("utf-8"):
        raise TemplateError(
            say(
                "{file}: the columns of kolom_tambahan are not printed. fix: copy the shipped template anew, or take "
                "over `kepala_tambahan`, `tambahan` and `gabung` from it",
                file=template.name,
            )
        )


def readable_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file that the templates of a folder may read.

    Raises TemplateError at a link, which leads elsewhere, at a hidden file, which nobody sees, at a package, which
    is in no approval, and where all is larger than 20 MB.
    """
    left = LARGEST
    for path in sorted(root.rglob("*")):
        if path.name in LEFT or path.name.startswith(LOCKS):
            continue
        if fault := foreign(path):
            raise refused(root, path, *fault)
        if path.name.startswith("."):
            raise refused(root, path, say("is hidden"), say("delete it, or give it a name without the dot"))
        if path.is_file():
            left -= path.stat().st_size
            if left < 0:
                raise refused(root, path, say("makes the folder larger than 20 MB"), say("delete what is not needed"))
            yield path.relative_to(root).as_posix(), path.read_bytes()
