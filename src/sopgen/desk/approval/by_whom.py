"""Who decided or saw something, as a form of the page says it."""

from sopgen.desk.calls import Values
from sopgen.jobs.life.told import Who


class ByWhom(Values):
    """A person: `oleh` is the id of an official; where it is empty, the person is named by hand."""

    oleh: str = ""
    nama: str = ""
    pangkat: str = ""
    nrp: str = ""
    jabatan: str = ""

    @property
    def who(self) -> Who:
        """The person, as far as it was said who it is."""
        if self.oleh:
            return Who(self.oleh)
        return Who(None, self.nama or None, self.pangkat or None, self.nrp or None, self.jabatan or None)
