"""A template that staff changed may lack what the program builds on: that is the template's fault, told as one."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from docx.exceptions import PythonDocxError
from docx.oxml.exceptions import XmlchemyError
from lxml.etree import LxmlError

from sopgen.errors import SopgenError, TemplateError
from sopgen.messages import say
from sopgen.render.templates import is_shipped

# What Python, python-docx and lxml say of a document that is not built as they expect.
FAULTS: Final = (
    *(ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
    *(PythonDocxError, XmlchemyError, LxmlError),
)
P = ParamSpec("P")
R = TypeVar("R")


def from_template(make: Callable[P, R]) -> Callable[P, R]:
    """Turn what goes wrong with a changed template into a TemplateError; `make` takes one path, the template's.

    With the shipped one it would be a fault of the program, which stays to be seen.
    """

    @wraps(make)
    def made(*args: P.args, **values: P.kwargs) -> R:
        try:
            return make(*args, **values)
        except SopgenError:
            raise
        except FAULTS as error:
            template = next(one for one in (*args, *values.values()) if isinstance(one, Path))
            if is_shipped(template):
                raise
            raise TemplateError(
                say(
                    "{file}: the document is not built as the program needs it ({reason}). fix: compare it with the "
                    "shipped template, or copy that one anew (`sopgen new` writes it)",
                    file=template.name,
                    reason=f"{type(error).__name__}: {error}"[:120],
                )
            ) from error

    return made
