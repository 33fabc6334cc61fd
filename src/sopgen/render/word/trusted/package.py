"""What a Word template may hold: plain parts and known relationships, of a bounded size, and no way out of the file.

A template travels by mail and by stick, and what it makes is opened in Word at other offices: so what is not known
to be harmless is refused. The relationship types are those of ECMA-376, part 1, 15.2, as Word and LibreOffice write
them.
"""

import io
import posixpath
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from lxml import etree

from sopgen.errors import TemplateError, with_fix
from sopgen.messages import say, system_reason
from sopgen.render.word.trusted.elements import active_content

# The file, all its parts unpacked, one part (bytes); parts in number.
LARGEST: Final = 10 * 1024 * 1024
WHOLE: Final = 40 * 1024 * 1024
LARGEST_XML: Final = 4 * 1024 * 1024
MOST_PARTS: Final = 300
DOCUMENT: Final = "word/document.xml"
XML: Final = (".xml", ".rels")
PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf")
MAKERS: Final = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/")
# By the last word of their type.
RELATIONSHIPS: Final = {
    *("officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail"),
    *("styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "numbering", "theme", "image"),
    *("header", "footer", "footnotes", "endnotes", "glossaryDocument", "customXml", "customXmlProps"),
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
}


def checked(template: Path) -> bytes:
    """Return the bytes of a Word template. Raises TemplateError, naming the part, where it holds what none may."""
    try:
        if template.stat().st_size > LARGEST:
            raise _refused(template.name, "", say("is larger than 10 MB"), say("make its pictures smaller"))
        content = template.read_bytes()
    except OSError as error:
        named = f"templates/{template.parent.name}/{template.name}"
        what = say("{path} can not be read: {reason}", path=named, reason=system_reason(error))
        fix = say("bring it back; `sopgen new` makes a folder with the shipped ones")
        raise TemplateError(with_fix(what, fix)) from error
    _check(template.name, content)
    return content


def unreadable(file: str) -> TemplateError:
    """Return the error of a file that is no Word file."""
    return TemplateError(
        say("{file}: not a readable Word file. fix: open it in Word and save it again as .docx", file=file)
    )


def _refused(name: str, part: str, what: str, fix: str) -> TemplateError:
    place = f"{name}: {part}" if part else name
    return TemplateError(say("{place} {what}. fix: {fix}", place=place, what=what, fix=fix))


@lru_cache(maxsize=32)
def _check(file: str, content: bytes) -> None:
    """Raise TemplateError at the first fault of a package; a run of letters asks for the same one again and again."""
    name, again = "", say("open it in Word and save it again as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _raise(file, "", _of_sizes(package.infolist()))
            names = {entry.filename for entry in package.infolist() if not entry.is_dir()}
            if DOCUMENT not in names:
                raise _refused(file, "", say("is no Word document"), again)
            for name in sorted(names):
                _raise(file, name, _of_part(name, package, names))
    except (etree.XMLSyntaxError, zlib.error) as error:
        raise _refused(file, name, say("is damaged"), again) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise unreadable(file) from error


def _raise(file: str, part: str, fault: tuple[str, str] | None) -> None:
    if fault:
        raise _refused(file, part, *fault)


def _of_sizes(entries: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    again = say("open it in Word and save it again as .docx")
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > WHOLE:
        return say("unpacks to far more than a template needs"), say("take out what is not needed, pictures first")
    if len({entry.filename for entry in entries}) != len(entries):
        return say("holds a part twice"), again
    if any(entry.flag_bits & 1 for entry in entries):
        return say("is locked by a password"), say("save it again without a password")
    return None


def _of_part(name: str, package: zipfile.ZipFile, names: set[str]) -> tuple[str, str] | None:
    if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name:
        return say("has a name that leads out of the file"), say("open it in Word and save it again as .docx")
    if name.lower().endswith(PICTURES):
        return None
    if not name.lower().endswith(XML):
        return (
            say("is no part that a template may hold (macros, embedded files, fonts)"),
            say("delete the embedded object, and save as .docx without macros and fonts"),
        )
    if package.getinfo(name).file_size > LARGEST_XML:
        return say("is larger than 4 MB"), say("take out what is not needed")
    root = _parsed(package.read(name))
    if root is None:
        return (
            say("declares entities (DOCTYPE), holds remarks or is not in UTF-8"),
            say("open it in Word and save it again as .docx"),
        )
    return _of_relationships(name, root, names) if name.lower().endswith(".rels") else active_content(root)


def _parsed(content: bytes) -> etree._Element | None:
    """Return a part's root; None where the XML is of a kind that no office program writes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    about: Any = root.getroottree().docinfo  # the stubs know no doctype
    plain = (about.encoding or "UTF-8").upper() in {"UTF-8", "ASCII", "US-ASCII"} and b"\0" not in content
    odd = next(root.getroottree().iter(etree.Comment, etree.ProcessingInstruction, etree.Entity), None)
    return root if plain and not about.doctype and odd is None and not _beside(root) else None


def _beside(root: etree._Element) -> bool:
    """Tell whether a comment or an instruction stands before or after the root."""
    return root.getprevious() is not None or root.getnext() is not None


def _of_relationships(name: str, root: etree._Element, names: set[str]) -> tuple[str, str] | None:
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in root.iter("{*}Relationship"):
        kind, target = one.get("Type", ""), one.get("Target", "")
        short = kind.rpartition("/")[2]
        if one.get("TargetMode", "Internal") != "Internal":
            return (
                say('holds an outside link ("{kind}" to {target})', kind=short, target=target[:80]),
                say("remove the link; insert pictures into the file instead of linking them"),
            )
        if not kind.startswith(MAKERS) or short not in RELATIONSHIPS:
            return (
                say('holds a relationship that no template may have ("{kind}")', kind=short[:80]),
                say("delete the embedded object, chart, macro or attached template"),
            )
        where = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if unquote(where) not in names:
            return (
                say("names a part that the file does not hold ({target})", target=target[:80]),
                say("open it in Word and save it again as .docx"),
            )
    return None
