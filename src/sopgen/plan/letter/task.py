"""Whom a task order sends, and when and where: what an order says beyond its SOP."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from sopgen.plan.contract.tags import Tag


@dataclass(frozen=True)
class PersonRow:
    """A person of an order as printed (ranks in capitals); all empty in a blank order."""

    name: Annotated[str, Tag("nama", "nama")] = ""
    rank: Annotated[str, Tag("pangkat", "pangkat, huruf besar")] = ""
    number: Annotated[str, Tag("nomor", "NRP atau NIP")] = ""
    post: Annotated[str, Tag("jabatan", "jabatan")] = ""
    remark: Annotated[str, Tag("keterangan", "keterangan")] = ""
    duty: Annotated[str, Tag("operasional", "jabatan operasional: tugas dalam kegiatan ini")] = ""
    grade: Annotated[str, Tag("golongan", "golongan ruang pegawai negeri sipil")] = ""

    @property
    def rank_and_grade(self) -> str:
        """A rank with its grade: `PENATA TK. I, III/d`."""
        return ", ".join(filter(None, [self.rank, self.grade]))

    @property
    def rank_and_number(self) -> str:
        """Rank and number in one column: `BRIPKA/00000002`."""
        return "/".join(filter(None, [self.rank_and_grade, self.number]))


@dataclass(frozen=True)
class OrderTask:
    """What an order says beyond the SOP: whom, from when to when, where, its number; the empty is left to write.

    `hours` are those of each day (`08.00 s.d. 12.00`), `duties` the tasks beside those of the activity, `kka` is the
    order's own archive code.
    """

    people: tuple[PersonRow, ...] = ()
    day: date | None = None
    until: date | None = None
    place: str = ""
    number: str = ""
    hours: str = ""
    duties: tuple[str, ...] = ()
    kka: str = ""

    @property
    def is_numbered(self) -> bool:
        """Whether the letter is whole: it has a number and its people, so that nothing is left to write."""
        return bool(self.number and self.people)


BLANK: Final = OrderTask()
