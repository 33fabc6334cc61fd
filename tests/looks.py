"""The shipped looks, for tests that plan pages."""

from pathlib import Path

from sopgen.model.look.letter import AssignmentLook, OrderLook
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.basis import OrderGround
from sopgen.plan.forms.table import FORMS, FormLooks
from sopgen.read.look import load_forms_look, load_look

TEMPLATES = Path(__file__).parents[1] / "templates"
SOP_LOOK = load_look(TEMPLATES / "sop", SopLook)
MATRIX_LOOK = load_look(TEMPLATES / "matriks-perubahan", MatrixLook)
ORDER_LOOK = load_look(TEMPLATES / "surat-perintah", OrderLook)
ASSIGNMENT_LOOK = load_look(TEMPLATES / "surat-tugas", AssignmentLook)
FORM_LOOKS = {
    name: FormLooks(load_forms_look(TEMPLATES), load_look(TEMPLATES / name, form.look))
    for name, form in FORMS.items()
}


def ground(sop: Sop, unit: Unit) -> OrderGround:
    """Return what orders rest on where no law was revoked."""
    return OrderGround(sop, unit, sop.dasar_hukum.isi)
