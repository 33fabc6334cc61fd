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
