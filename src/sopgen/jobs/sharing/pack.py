"""From an approved edition to one signed file: a working folder of its own, with all that the edition is made from.

Its outputs are made anew, and are byte for byte what was approved; the same edition gives the same package.
"""

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sopgen import VERSION
from sopgen.errors import SopgenError, with_fix
from sopgen.files import write_file
from sopgen.jobs.build import build_edition
from sopgen.jobs.letters.unit_key import unit_key
from sopgen.jobs.life.release import refuse_unapproved
from sopgen.jobs.sharing.contents import files_in, spec_files, template_contents
from sopgen.jobs.sharing.seal import CONTENTS, KEY, SIGNATURE, PackageContents, signature, written
from sopgen.messages import say
from sopgen.model.sop import UNDATED
from sopgen.read.load import Edition, load_edition
from sopgen.render.package import normalise
from sopgen.seal.keys import public_pem
from sopgen.workspace import templates

ENDING = ".paket.zip"


@dataclass(frozen=True)
class Packed:
    """The package that was written, and what whoever has it made is to know of the office's key."""

    path: Path
    note: str = ""


def packed(spec: Path, out: Path | None = None) -> Packed:
    """Write the package of an approved edition.

    Raises SpecError where the edition is not approved as it stands or is made otherwise than it was approved,
    SopgenError where the office has no key or the file is there already.
    """
    edition = load_edition(spec)
    refuse_unapproved([edition])
    path = out or Path(f"{edition.sop.name}{ENDING}")
    if path.exists():
        raise SopgenError(with_fix(say("{path} exists already", path=path), say("name another file with --out")))
    key = unit_key()
    if key.key is None:
        raise SopgenError(with_fix(say("there is no key of the office here"), say("name it in SOPGEN_KEY")))
    files = dict(sorted(package_files(edition)))
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    sop = edition.sop
    told = PackageContents(
        sop=sop.id,
        edisi=sop.edisi,
        judul=sop.judul,
        satuan=edition.unit.nama,
        keadaan=sop.status.value,
        sopgen=VERSION,
        berkas=digests,
    )
    contents = written(told)
    own = {CONTENTS: contents, SIGNATURE: signature(contents, key.key), KEY: public_pem(key.key.public_key())}
    write_file(path, _zipped(files | own))
    return Packed(path, key.note)


def package_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file, as they lie in the other office's working folder."""
    folder = templates(edition.path)
    yield from spec_files(edition)
    yield from template_contents(edition)
    with tempfile.TemporaryDirectory(prefix="sopgen-") as made:
        built = build_edition(edition, Path(made), templates=folder)
        yield from files_in(built, f"build/{edition.sop.name}")
    archive = Path(edition.unit_source.file).absolute().parents[1] / "arsip" / edition.sop.name
    yield from files_in(archive, f"arsip/{edition.sop.name}")


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return normalise(out.getvalue(), day=UNDATED)
