"""Tables and styles of a template are found by name, however Word and LibreOffice keep them."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sopgen.errors import TemplateError
from sopgen.render.word.look import StyleLook, apply
from sopgen.render.word.named import forget_bookmarks, styles, table


@pytest.fixture
def document() -> Document:
    made = docx.Document()
    for _ in range(3):
        made.add_table(rows=1, cols=2)
    return made


def test_a_table_is_found_by_its_alternative_text_wherever_it_stands(document: Document) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), "Kop ")
    document.tables[1]._tbl.tblPr.append(caption)
    assert table(document, "kop", "a.docx")._tbl is document.tables[1]._tbl


def test_a_table_is_found_by_a_bookmark_in_it_which_then_goes(document: Document) -> None:
    paragraph = document.tables[2].rows[0].cells[0].paragraphs[0]._p
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "7")
        if tag.endswith("Start"):
            mark.set(qn("w:name"), "kop")
        paragraph.append(mark)
    assert table(document, "kop", "a.docx")._tbl is document.tables[2]._tbl
    forget_bookmarks(document, ["kop"])
    assert not list(document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")))


def test_a_missing_table_is_one_line_that_says_what_to_put_back(document: Document) -> None:
    with pytest.raises(TemplateError, match=r'a\.docx.*"kop".*(fix|perbaikan).*Alt') as refused:
        table(document, "kop", "a.docx")
    assert len(str(refused.value).splitlines()) == 1


def test_a_style_is_found_by_name_in_any_case_or_as_an_alias(document: Document) -> None:
    style = document.styles.add_style("x1", WD_STYLE_TYPE.PARAGRAPH)
    style.element.find(qn("w:name")).set(qn("w:val"), "butir TABEL,Lain")
    alias = OxmlElement("w:aliases")
    alias.set(qn("w:val"), "Tabel alur, Kop")
    style.element.find(qn("w:name")).addnext(alias)
    found = styles(document, ["heading 1", "Tabel alur", "kop"], "a.docx")
    assert found["Tabel alur"].style_id == found["kop"].style_id == "x1"


def test_all_missing_styles_are_named_at_once(document: Document) -> None:
    with pytest.raises(TemplateError, match='"Satu", "Dua"'):
        styles(document, ["Satu", "Normal", "Dua"], Path("a.docx").name)


def test_a_style_gets_the_look_and_no_theme_font_wins(document: Document) -> None:
    apply(document, {"Heading 1": StyleLook(size=31, after=2, line=9)}, "Arial", "a.docx")
    style = document.styles["Heading 1"]
    assert (style.font.size.pt, style.font.name) == (31, "Arial")
    assert style.paragraph_format.line_spacing.mm == pytest.approx(9, abs=0.01)
    assert not [key for key in style.element.rPr.rFonts.attrib if "heme" in key]
