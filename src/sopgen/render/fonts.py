"""The font of every PDF: Arimo from its package, and no font of the machine."""

from functools import cache

import fontpkg_arimo
import typst


@cache
def fonts() -> typst.Fonts:
    """Return Typst's fonts: Arimo alone."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(fontpkg_arimo.ROOT / "files")],
    )
