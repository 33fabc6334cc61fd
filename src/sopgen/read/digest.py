"""When two editions are the same: the digests of an edition's parts, and those of the files it is made from.

An approval is bound to the parts: to all that the SOP itself is printed from, and to nothing else. They are taken of
the meaning, not of the file: comments, layout and order of keys in the YAML change nothing, and neither does a key
that is written out with the value that it has anyway. A remark that silences a rule is no mere comment: whoever
approves the edition has seen it. The program is no part: what it prints is kept by the approval itself.

Outputs name the files in manifest.json. There every byte counts; only the line ends of a text are no change.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sopgen.model.chapters import ProseSop, template_of
from sopgen.model.life.state import Digests
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.read.emblem import Emblems
from sopgen.read.own_folder import NOT_READ, own_files
from sopgen.read.remarks import Remark

# Not approved with an edition: where it stands in its life, and why it differs from the former one, which the matrix
# of changes alone prints, and which is often written later.
LIFE: Final = {"status", "alasan_perubahan"}
# What the SOP itself prints of the unit. Its letters and their signatory are no part: each order is signed by itself.
UNIT: Final = {"nama", "kop"}
# What letters and forms alone have of an activity.
LETTERS: Final = {"kka", "kesepakatan"}
# Texts: git and editors set their line ends as they like.
TEXTS: Final = (".typ", ".yaml")


def digests(sop: Sop, unit: Unit, emblems: Emblems, templates: Path, silenced: Sequence[Remark] = ()) -> Digests:
    """Return the digests of an edition.

    `templates` is the folder that holds the template folders; `silenced` are the remarks by which rules are silent.
    """
    parts = dict(sorted(_parts(sop, unit, emblems.printed_in(sop), templates)))
    if silenced:
        parts["abaikan"] = _digest(_canonical(sorted([*one.codes, one.reason] for one in silenced)))
    return Digests(_digest(_canonical(parts)), parts)


def meaning_digest(sop: Sop) -> str:
    """Return the SHA-256 of all that an SOP itself says, whatever its comments, layout and place in its life are."""
    return _digest(_canonical(sop.model_dump(mode="json", exclude=LIFE, exclude_defaults=True)))


def spec_digest(specs: Sequence[Path], unit: Path, emblems: Emblems) -> str:
    """Return the SHA-256 of an edition's file and its bases, its unit's file and the unit's pictures."""
    return _digest(b"".join((*map(_content, specs), _content(unit), emblems.content)))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of one file."""
    return _digest(_content(path))


def text_digest(text: str) -> str:
    """Return the SHA-256 that a file of texts has with this text."""
    return _digest(text.replace("\r\n", "\n").encode())


def templates_digest(templates: Path) -> str:
    """Return the SHA-256 of the templates' names and contents, wherever their folder is."""
    return _digest("".join(f"{file_digest(path)}  {name}\n" for name, path in template_files(templates)).encode())


def template_files(templates: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and path of every template in the order of their names, without hidden files and what none reads.

    A form that the folder lacks is made with the shipped template, which the program's version stands for.
    """
    paths = {path.relative_to(templates): path for path in templates.rglob("*") if path.is_file()}
    for name, path in sorted((name.as_posix(), path) for name, path in paths.items()):
        if not any(part.startswith(".") for part in name.split("/")) and not NOT_READ.fullmatch(path.name):
            yield name, path


def _parts(sop: Sop, unit: Unit, emblems: Emblems, templates: Path) -> Iterator[tuple[str, str]]:
    spec = sop.model_dump(mode="json", exclude=LIFE, exclude_defaults=True)
    for activity in spec.pop("kegiatan", ()):
        own = {key: value for key, value in activity.items() if key not in LETTERS}
        yield f"kegiatan[{activity['id']}]", _digest(_canonical(own))
    spec["kegiatan"] = [activity.id for activity in sop.kegiatan]
    for key, value in spec.items():
        yield key, _digest(_canonical(value))
    yield "satuan", _digest(_canonical(_unit(unit, emblems)))
    yield from _templates(templates / template_of(sop))
    if isinstance(sop, ProseSop) and sop.kegiatan:  # whose flow table looks as that of any SOP
        yield from ((name, digest) for name, digest in _templates(templates / "sop") if name.endswith("/rupa.yaml"))


def _templates(folder: Path) -> Iterator[tuple[str, str]]:
    for name, path in own_files(folder):
        yield f"templat/{folder.name}/{name}", _digest(b"") if path.is_symlink() else file_digest(path)


def _unit(unit: Unit, emblems: Emblems) -> dict[str, object]:
    return {
        **unit.model_dump(mode="json", include=UNIT, exclude_defaults=True),
        "lambang": _digest(emblems.own) if emblems.own else None,
        **({"lambang_kanan": _digest(emblems.right)} if emblems.right else {}),
    }


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return content.replace(b"\r\n", b"\n") if path.suffix in TEXTS else content


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
