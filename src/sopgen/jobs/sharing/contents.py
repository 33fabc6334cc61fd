"""What an edition is made from, as the files of a working folder of its own: for a package, for another machine."""

from collections.abc import Iterator
from pathlib import Path

from sopgen.jobs.overlays.bases import base_name
from sopgen.read.digest import template_files
from sopgen.read.emblem import PICTURES
from sopgen.read.load import Edition, regulations_path
from sopgen.read.overlay.base import FOLDER, base_digest, kept_path
from sopgen.read.overlay.spec import MergedSource
from sopgen.read.own_folder import refuse_foreign
from sopgen.workspace import templates


def spec_name(edition: Edition) -> str:
    """Return the name of an edition's own file."""
    return f"spec/sop/{edition.sop.id}/{edition.path.name}"


def template_contents(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the templates that an edition is printed by; raise TemplateError where one lies elsewhere."""
    folder = templates(edition.path)
    refuse_foreign(folder)
    for name, path in template_files(folder):
        yield f"templates/{name}", path.read_bytes()


def spec_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield what an edition says, by the names that it has in a working folder of its own."""
    unit = Path(edition.unit_source.file)
    yield "spec/satuan.yaml", unit.read_bytes()
    yield "spec/peraturan.yaml", regulations_path(unit).read_bytes()
    yield spec_name(edition), edition.path.read_bytes()
    if edition.record:
        yield f"spec/pengesahan/{edition.sop.name}.yaml", Path(edition.record.source.file).read_bytes()
    for key in PICTURES:
        if name := getattr(edition.unit, key):
            yield f"spec/{Path(name).as_posix()}", (unit.parent / name).read_bytes()
    for base in edition.sop_source.files[1:]:
        path = Path(base.file)
        yield f"spec/{FOLDER}/{base_name(path)}.yaml", path.read_bytes()
    if isinstance(edition.sop_source, MergedSource):
        base = edition.sop_source.base
        copy = kept_path(Path(base.file), base_digest(base.data))
        if copy.is_file():
            yield f"spec/{FOLDER}/{copy.relative_to(copy.parents[2]).as_posix()}", copy.read_bytes()


def files_in(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a folder, without hidden ones and links."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in inside.parts):
            yield (Path(name) / inside).as_posix(), path.read_bytes()
