"""A unit begins from a base: its folder, its satuan.yaml with what is still open, an overlay for each base.

What only the unit itself can say is left open or asked for; nothing of another unit's people comes along.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.files import one_writer, write_files
from sopgen.jobs.edit.revise import OPEN, is_edition_name, open_number
from sopgen.jobs.overlays.bases import all_bases, base_name, kept, named_base
from sopgen.jobs.overlays.units import FILE, FOLDER
from sopgen.messages import say
from sopgen.model.sop import Sop
from sopgen.read.load import validated
from sopgen.read.overlay.base import base_digest
from sopgen.read.overlay.spec import over, read_spec
from sopgen.read.source import Source, parse, parse_text
from sopgen.splice.overlay.edits import put
from sopgen.splice.overlay.plain import MISSING, there
from sopgen.splice.scalar import written
from sopgen.workspace import as_given, start_empty

SCHEMA: Final = "# yaml-language-server: $schema={up}skema/{name}.schema.json\n"
HEAD: Final = (
    "# Hanya yang berbeda dari naskah dasar; selebihnya mengikuti naskah dasar itu. Lihat panduan: Naskah dasar dan "
    "satuan.\n"
)
# What one unit alone has of its satuan.yaml, and no other may have.
OF_ONE_UNIT: Final = ("berganti_nama", "pejabat", "sertifikat", "lambang", "lambang_kanan")


@dataclass(frozen=True)
class UnitAsked:
    """A unit that begins: the name of its folder, its own name, and the bases of its SOPs (none named: all)."""

    name: str
    title: str
    bases: Sequence[str] = ()


def unit_begun(asked: UnitAsked) -> list[Path]:
    """Make satuan/<name>/spec/ in the working folder, with its satuan.yaml and an overlay a base; return its files.

    Raises WrongUsage where the name can not be a folder's, SopgenError where it is taken or there is no base.
    """
    if not is_edition_name(asked.name):
        what = say('"{name}" can not name a unit\'s folder', name=asked.name)
        raise WrongUsage(with_fix(what, say("letters, digits, - and _ only, such as polres-contoh")))
    _refuse_no_title(asked.title)
    home = Path(FOLDER) / asked.name
    bases = _bases(asked.bases)
    with one_writer(home):
        if home.exists():
            raise SopgenError(with_fix(say("{folder} exists already", folder=home), say("choose another name")))
        files = {home / "spec" / FILE: _unit_text(parse(Path("spec", FILE)), asked.title, "../../../spec/")}
        for base in bases:
            files[home / "spec" / "sop" / f"{base_name(base)}.yaml"] = _overlay(
                base, asked.title, "../../../../../spec/"
            )
        write_files({path: text.encode() for path, text in files.items()})
    return list(files)


def edition_begun_from(base: str, title: str) -> Path:
    """Write an overlay over a base into the working folder's own spec/sop/, and return its file.

    Raises SopgenError where such an edition is there.
    """
    found = named_base(base, Path())
    path = Path("spec", "sop", f"{base_name(found)}.yaml")
    with one_writer(path):
        if path.exists():
            raise SopgenError(with_fix(say("{path} exists already", path=path), say("open it, or take another base")))
        write_files({path: _overlay(found, title, "../../").encode()})
    return path


def folder_begun_from(directory: Path, base: Path, title: str) -> Path:
    """Make a working folder of a unit of its own that begins with a base's file; return its edition's file.

    Raises SpecError where the base can not be read, SopgenError where the folder holds anything,
    WrongUsage without a title.
    """
    _refuse_no_title(title)
    source = parse(base)
    sop = validated(source, Sop)
    own = base.read_bytes()
    start_empty(directory)
    place = directory / "spec" / "dasar" / sop.id / f"{sop.edisi}.yaml"
    unit = directory / "spec" / FILE
    write_files({place: own})
    write_files({unit: _unit_text(parse(unit), title, "").encode()})
    path = directory / "spec" / "sop" / sop.id / f"{sop.edisi}.yaml"
    write_files({path: _overlay(place, title, "../../").encode()})
    return path


def _refuse_no_title(title: str) -> None:
    if not title.strip():
        what = say("the unit has no name")
        raise WrongUsage(with_fix(what, say('write it as it is printed: --title "POLRES CONTOH"')))


def _bases(named: Sequence[str]) -> list[Path]:
    found = [named_base(one, Path()) for one in named] or all_bases(Path())
    if not found:
        what = say("there is no base here")
        raise SopgenError(with_fix(what, say("put it at spec/dasar/<sop>/<edisi>.yaml")))
    return found


def _unit_text(source: Source, title: str, up: str) -> str:
    """Return a unit's satuan.yaml, made from that of its office: its own name, and a signatory who is still open."""
    data: Any = source.data
    for key in OF_ONE_UNIT:
        if data.get(key):
            source = put(source, (key,), None if isinstance(data[key], str) else [])
    source = put(source, ("nama",), title)
    for key, value in (("nama", OPEN), ("pangkat", OPEN), ("nrp", "00000000")):
        source = put(source, ("penandatangan", key), value)
    text = re.sub(r"\A(?:#.*\$schema=.*\n)?", SCHEMA.format(up=up, name="satuan"), source.text)
    note = "# periksa: kop, alamat, telepon, kota, tempat dan penandatangan masih menurut kantor asal\n"
    first, _, rest = text.partition("\n")
    return f"{first}\n{note}{rest}"


def _overlay(base: Path, title: str, up: str) -> str:
    """Return an overlay that names its unit and leaves open what only the unit's own approval can tell."""
    source = read_spec(base)
    kept(source)
    name = base_name(as_given(base, base))
    head = f"{SCHEMA.format(up=up, name='penyesuaian')}{HEAD}dasar: {written(name)}\n"
    made = over(parse_text(base.as_posix(), f"{head}sidik_dasar: {base_digest(source.data)}\n"), source)
    for loc, value in _own(source.data, title).items():
        with suppress(LookupError):
            made = over(parse_text(made.file, put(made, loc, value).text), source)
    return made.text


def _own(data: Any, title: str) -> Mapping[tuple[str | int, ...], Any]:
    """Return what each unit says of itself, by its place, as far as its base has such a place."""
    wanted: dict[tuple[str | int, ...], Any] = {("identitas", "satuan_kerja"): title}
    if there(data, ("sampul", "instansi")) is not MISSING:
        wanted[("sampul", "instansi")] = [title]
    number = there(data, ("identitas", "nomor_sop", "nilai"))
    if isinstance(number, str):
        wanted[("identitas", "nomor_sop", "nilai")] = open_number(number, str(data.get("edisi", OPEN)))
    for key in ("nama", "pangkat", "nrp"):
        wanted[("identitas", "pengesah", key)] = OPEN
    return wanted
