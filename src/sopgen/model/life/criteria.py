"""WHAT the evaluation of an SOP asks: the seven criteria of Permenpan RB 35/2012, each answered Ya or Tidak."""

from enum import StrEnum
from typing import Final

from sopgen.model.base import Model


class Answer(StrEnum):
    """Whether a criterion is met."""

    YES = "ya"
    NO = "tidak"


class Criteria(Model):
    """The answers of an evaluation, one a criterion, in the order of the form."""

    mendorong_kinerja: Answer
    mudah_dipahami: Answer
    mudah_dilaksanakan: Answer
    peran_terlaksana: Answer
    mengatasi_masalah: Answer
    menjawab_kebutuhan: Answer
    sinergi: Answer


# In the words of the annex, as the applications of several offices have them.
CRITERIA: Final = {
    "mendorong_kinerja": "Mampu mendorong peningkatan kinerja",
    "mudah_dipahami": "Mudah dipahami",
    "mudah_dilaksanakan": "Mudah dilaksanakan",
    "peran_terlaksana": "Semua orang dapat menjalankan perannya masing-masing",
    "mengatasi_masalah": "Mampu mengatasi permasalahan yang berkaitan dengan proses",
    "menjawab_kebutuhan": "Mampu menjawab kebutuhan peningkatan kinerja organisasi",
    "sinergi": "Sinergi satu dengan lainnya",
}
