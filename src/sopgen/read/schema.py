"""From the model to JSON Schemas, so that an editor completes and checks the spec while it is typed."""

import json
from typing import Any

from pydantic import BaseModel

from sopgen.model.chapters import ProseSop
from sopgen.model.deployment import OrderFile
from sopgen.model.law.regulation import RegulationFile
from sopgen.model.life.record import RecordFile
from sopgen.model.look.form import FormsLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.read.look import LOOKS
from sopgen.read.overlay.schema import overlay_schema


def schemas() -> dict[str, str]:
    """Return the text of each schema by its file name."""
    shapes: dict[str, type[BaseModel]] = {
        "satuan": Unit,
        "sop": Sop,
        "naskah-sop": ProseSop,
        "surat-perintah": OrderFile,
        "peraturan": RegulationFile,
        "pengesahan": RecordFile,
        "rupa-formulir": FormsLook,
        **{f"rupa-{name}": look for name, look in LOOKS.items()},
    }
    written = {name: model.model_json_schema() for name, model in shapes.items()}
    overlays = {"penyesuaian": written["sop"], "penyesuaian-naskah": written["naskah-sop"]}
    written |= {name: overlay_schema(whole) for name, whole in overlays.items()}
    return {f"{name}.schema.json": _text(schema, name) for name, schema in written.items()}


def _text(schema: dict[str, Any], title: str) -> str:
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = title
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
