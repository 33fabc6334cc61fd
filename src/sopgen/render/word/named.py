"""Tables and styles of a Word template by their names: staff may move them, add others and restyle them.

A table's name is the title of its alternative text; LibreOffice drops that when it saves, so that a bookmark of the
same name inside the table names it too. A style is known by its name, since LibreOffice gives it another id.
"""

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.styles.style import ParagraphStyle
from docx.table import Table

from sopgen.errors import TemplateError
from sopgen.messages import say


def table(document: Document, name: str, template: str) -> Table:
    """Return the table of a name. Raises TemplateError, naming the template file, where there is none."""
    return tables(document, name, template)[0]


def tables(document: Document, name: str, template: str) -> list[Table]:
    """Return all tables of a name, since a loop of the template repeats one. Raises TemplateError as `table` does."""
    found = [Table(one, document) for one in document.element.body.iter(qn("w:tbl")) if name in table_names(one)]
    if not found:
        raise TemplateError(
            say(
                '{file}: no table is named "{name}". fix: in Word, right-click it, Table Properties, Alt Text, '
                'Title: {name}; in LibreOffice, put a bookmark "{name}" into the table',
                file=template,
                name=name,
            )
        )
    return found


def tables_of(document: Document, name: str, columns: int, template: str) -> list[Table]:
    """Return the tables of a name. Raises TemplateError where there is none, or one has other columns."""
    found = tables(document, name, template)
    for one in found:
        if len(one.columns) != columns:
            raise TemplateError(
                say(
                    '{file}: table "{name}" has {count} columns. fix: {wanted} columns',
                    file=template,
                    name=name,
                    count=len(one.columns),
                    wanted=columns,
                )
            )
    return found


def unnamed_tables(document: Document, known: Iterable[str]) -> int:
    """Return how many tables have none of the known names."""
    wanted = set(known)
    return sum(not wanted & set(table_names(one)) for one in document.element.body.iter(qn("w:tbl")))


def table_names(element: CT_Tbl) -> Iterator[str]:
    """Yield the names of a table: title and text of its alternative text, the bookmarks in its own cells."""
    for tag in ("w:tblCaption", "w:tblDescription"):
        yield from (one.get(qn("w:val"), "").strip().casefold() for one in element.tblPr.iter(qn(tag)))
    for mark in element.iter(qn("w:bookmarkStart")):
        if next(mark.iterancestors(qn("w:tbl"))) is element:
            yield mark.get(qn("w:name"), "").casefold()


def styles(document: Document, names: Iterable[str], template: str) -> dict[str, ParagraphStyle]:
    """Return the paragraph styles of these names. Raises TemplateError with all that are missing."""
    known = {known.casefold(): style for style in document.styles for known in _style_names(style)}
    wanted = list(names)
    missing = [name for name in wanted if not isinstance(known.get(name.casefold()), ParagraphStyle)]
    if missing:
        raise TemplateError(
            say(
                "{file}: paragraph styles are missing: {names}. fix: make them in Word, Styles, New Style, with "
                "these names, or rename those that took their place",
                file=template,
                names=", ".join(f'"{name}"' for name in missing),
            )
        )
    return {name: known[name.casefold()] for name in wanted}


def _style_names(style: ParagraphStyle) -> Iterator[str]:
    if style.type is WD_STYLE_TYPE.PARAGRAPH:
        yield style.name or ""
        for alias in style.element.iter(qn("w:aliases")):
            yield from (name.strip() for name in alias.get(qn("w:val"), "").split(","))


def forget_bookmarks(document: Document, names: Iterable[str]) -> None:
    """Take the bookmarks that name tables out of a filled document: a loop repeats them, and readers need none."""
    wanted = set(names)
    starts = [one for one in document.element.body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) in wanted]
    numbers = {start.get(qn("w:id")) for start in starts}
    ends = [one for one in document.element.body.iter(qn("w:bookmarkEnd")) if one.get(qn("w:id")) in numbers]
    for mark in (*starts, *ends):
        mark.getparent().remove(mark)


def of_style(cell: CT_Tc, style: str) -> list[CT_P]:
    """Return the paragraphs of a cell that have this style, named by its id."""
    return [paragraph for paragraph in cell.p_lst if paragraph.style == style]
