"""The shipped looks, for tests that plan pages."""

from pathlib import Path

from sopgen.model.look.matrix import MatrixLook
from sopgen.model.look.sop import SopLook
from sopgen.read.look import load_look

TEMPLATES = Path(__file__).parents[1] / "templates"
SOP_LOOK = load_look(TEMPLATES / "sop", SopLook)
MATRIX_LOOK = load_look(TEMPLATES / "matriks-perubahan", MatrixLook)
