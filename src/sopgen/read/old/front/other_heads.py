"""Heads of parts beside the six lists, as SOPs of hospitals, Puskesmas and others have them."""

from typing import Final

from sopgen.read.old.labels import folded

STEPS: Final = frozenset(
    {
        "langkah",
        "langkah langkah",
        "langkah kegiatan",
        "langkah prosedur",
        "prosedur",
        "prosedur kerja",
        "prosedur langkah langkah",
        "uraian prosedur",
        "tata cara",
        "urutan kegiatan",
    }
)
OTHERS: Final = frozenset(
    {
        "pengertian",
        "definisi",
        "tujuan",
        "maksud",
        "maksud dan tujuan",
        "ruang lingkup",
        "kebijakan",
        "referensi",
        "unit terkait",
        "dokumen terkait",
        "diagram alir",
        "bagan alir",
        "hal hal yang perlu diperhatikan",
        "rekaman historis",
        "rekaman historis perubahan",
        "indikator",
        "sanksi",
        "penutup",
        "pendahuluan",
    }
)


def tells_steps(text: str) -> bool:
    """Tell whether a text is the head of steps in words (`Langkah-langkah :`)."""
    return folded(text) in STEPS


def other_head(text: str) -> bool:
    """Tell whether a text is the head of a part that a draft has no place for (`PENGERTIAN`)."""
    return folded(text) in OTHERS
