"""A working folder of an office above others: a base in spec/dasar/, and units with overlays in satuan/."""

import shutil
from pathlib import Path

from tests.jobs.folder import ROOT

BASE = Path("spec/dasar/contoh/2026.yaml")
CONTOH = ROOT / "tests" / "contoh"
SAID = "dasar: contoh/2026\n# kami\nperalatan: {isi: {tambah: [Kamera saku]}}\n"


def begin(folder: Path, *units: str) -> Path:
    """Make the folder with the small edition as its base, and units that say one thing otherwise."""
    (folder / BASE.parent).mkdir(parents=True)
    shutil.copy(CONTOH / "sop.yaml", folder / BASE)
    shutil.copy(CONTOH / "satuan.yaml", folder / "spec" / "satuan.yaml")
    shutil.copytree(ROOT / "templates", folder / "templates")
    for unit in units:
        path = folder / overlay(unit)
        path.parent.mkdir(parents=True)
        path.write_text(SAID, "utf-8")
        shutil.copy(CONTOH / "satuan.yaml", folder / "satuan" / unit / "spec" / "satuan.yaml")
    return folder


def overlay(unit: str) -> Path:
    """Return the overlay of a unit."""
    return Path("satuan") / unit / "spec" / "sop" / "contoh" / "2026.yaml"
