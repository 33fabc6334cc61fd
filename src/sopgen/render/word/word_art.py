"""A word across every page of a Word document, as Word itself writes a watermark.

It is a shape of WordArt in the header, behind the text, that takes no room (VML: ECMA-376 part 4, 19.1).
"""

from typing import Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from sopgen.plan.watermark import Watermark
from sopgen.render.watermark import GREY, PT, TURN, outline

VML: Final = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
  o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
<v:shape type="#_x0000_t136" o:allowincell="f" stroked="f"><v:textpath/></v:shape></w:pict></w:r>
"""
NAME: Final = "PowerPlusWaterMarkObject"
FIRST_ID: Final = 2049
PLACE: Final = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:.2f}pt;height:{height:.2f}pt;rotation:{turn:g};"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    "mso-position-vertical:center;mso-position-vertical-relative:page"
)


def under_pages(document: Document, mark: Watermark) -> None:
    """Put the word behind the text of every page."""
    _give_headers(document)
    references = document.element.iter(qn("w:headerReference"))
    for number, name in enumerate(dict.fromkeys(reference.get(qn("r:id")) for reference in references)):
        # By the relationship: python-docx's own way leads to the header as it was before it was filled.
        header = document.part.rels[name].target_part.element
        paragraph = header.find(qn("w:p"))
        if paragraph is None:
            paragraph = etree.SubElement(header, qn("w:p"))
        paragraph.append(_word_art(mark, number))


def _give_headers(document: Document) -> None:
    """Give the first section each header that its pages can show; later ones take theirs from the one before."""
    first = document.sections[0]
    shown = [first.header]
    shown += [first.first_page_header] if first.different_first_page_header_footer else []
    shown += [first.even_page_header] if document.settings.odd_and_even_pages_header_footer else []
    for header in shown:
        if header.is_linked_to_previous:
            header.is_linked_to_previous = False


def _word_art(mark: Watermark, number: int) -> etree._Element:
    drawn, run = outline(mark.word), parse_xml(VML)
    width = mark.length * PT
    shape = run.find(".//{*}shape")
    assert shape is not None
    shape.set("id", f"{NAME}{FIRST_ID + number}")
    shape.set("{urn:schemas-microsoft-com:office:office}spid", f"_x0000_s{FIRST_ID + number}")
    shape.set("alt", mark.word)
    shape.set("fillcolor", GREY)
    shape.set("style", PLACE.format(width=width, height=width * drawn.height / drawn.width, turn=360 - TURN))
    shape[0].set("style", 'font-family:"Arial";font-size:1pt;font-weight:bold')
    shape[0].set("string", mark.word)
    return run
