"""Every Word template as text, so that a change made in Word can be read."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

TEMPLATES = Path(__file__).parents[1] / "templates"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*.docx")), ids=lambda path: path.stem)
def test_the_template_is_the_golden_one(path: Path, golden: Callable[[str, str], None]) -> None:
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(remove_blank_text=True))
    etree.cleanup_namespaces(root)
    golden(f"templates/{path.stem}.xml", etree.tostring(root, pretty_print=True, encoding="unicode"))


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*.docx")), ids=lambda path: path.stem)
def test_the_template_says_nothing_of_what_made_it(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        told = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(("xml", "rels")))
        settings = etree.fromstring(package.read("word/settings.xml"))
    assert not [one for one in ("useFELayout", "ja-JP", "Macintosh", "python-docx", "2013-12-23") if one in told]
    assert [zoom.get(f"{{{zoom.nsmap['w']}}}percent") for zoom in settings.iter("{*}zoom")] == ["100"]
