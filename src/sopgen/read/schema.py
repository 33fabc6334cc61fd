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
    return {f"{name}.schema.json": _text(model, name) for name, model in shapes.items()}


def _text(model: type[BaseModel], title: str) -> str:
    schema: dict[str, Any] = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = title
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
