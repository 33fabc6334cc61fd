"""From a template folder's .typ and a plan as JSON data to a PDF/A-2b, typeset by Typst.

Values reach the template as data (`json(bytes(sys.inputs.data))`), never as markup, so that no value can run as code.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import fontpkg_arimo
import typst

from sopgen.errors import TemplateError
from sopgen.render._package import day_seconds


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(fontpkg_arimo.ROOT / "files")],
    )


def render(template: Path, data: Mapping[str, object], *, day: date) -> bytes:
    """Typeset `template` with `data`; `day` is the date in the document's properties.

    Raises TemplateError with Typst's own words where the template does not compile.
    """
    compiler = typst.Compiler(str(template), root=str(template.parent), font_paths=_fonts())
    compiler_inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
    try:
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["a-2b"],
            timestamp=day_seconds(day),
            sys_inputs=compiler_inputs,
        )
    except typst.TypstError as error:
        raise TemplateError(f"{template.name}: {error}") from error
    assert isinstance(pdf, bytes)
    return pdf
