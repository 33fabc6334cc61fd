"""Make the files of task orders: one maker a process, its templates read once for a whole run."""

import atexit
import pickle
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from sopgen.plan.contract.tags import as_data
from sopgen.plan.letter.contents import OrderPlan
from sopgen.render.templates import is_shipped, readable_files
from sopgen.render.typst import Typesetter
from sopgen.render.word.letters import order
from sopgen.tools import libreoffice


class LetterMaker:
    """Makes letters from the template folders of their kinds, each read when its first letter is made."""

    def __init__(self, *folders: Path, by_office: bool = False) -> None:
        self._folders = {folder.name: folder for folder in folders}
        self._by_office = by_office
        self._makers: dict[str, _KindMaker] = {}

    def files(self, plan: OrderPlan, formats: Sequence[str] = ("docx", "pdf")) -> dict[str, bytes]:
        """Return the wanted formats of a letter by their ending."""
        if plan.seal:
            # Here, since a build makes blank letters, which bear no code: two libraries less to load.
            from sopgen.seal.picture import qr_png

            plan = replace(plan, code=qr_png(plan.seal), seal="")
        maker = self._maker(plan.kind)
        make = {"docx": maker.docx, "pdf": maker.pdf}
        return {ending: make[ending](plan) for ending in formats}

    def alone(self, plan: OrderPlan) -> dict[str, bytes]:
        """Return both formats of a letter that is the only one of its shape, the bytes of `files`: none is cut."""
        maker = self._maker(plan.kind)
        return {"docx": maker.docx_alone(plan), "pdf": maker.pdf(plan)}

    def pictures(self, plan: OrderPlan) -> list[bytes]:
        """Return the pages of a letter as SVG, to be looked at on a screen; none where Word alone sets them."""
        return self._maker(plan.kind).pictures(plan)

    def _maker(self, name: str) -> "_KindMaker":
        if name not in self._makers:
            self._makers[name] = _KindMaker(self._folders[name], by_office=self._by_office)
        return self._makers[name]


class _KindMaker:
    """Makes the letters of one template folder."""

    def __init__(self, folder: Path, *, by_office: bool) -> None:
        template = folder / f"{folder.name}.typ"
        self._word = order.DocxLetterMaker(folder / f"{folder.name}.docx")
        # A folder without .typ, or the wish of the user, has the DOCX itself printed.
        self._typst = Typesetter(template) if template.is_file() and not by_office else None

    def docx(self, plan: OrderPlan) -> bytes:
        return self._word.docx(plan)

    def docx_alone(self, plan: OrderPlan) -> bytes:
        return order.to_docx(plan, self._word.template)

    def pdf(self, plan: OrderPlan) -> bytes:
        if self._typst is None:
            return libreoffice.to_pdf(self._word.docx(plan), day=plan.day)
        return self._typst.pdf(as_data(plan), day=plan.day, mark=plan.watermark)

    def pictures(self, plan: OrderPlan) -> list[bytes]:
        return self._typst.svg(as_data(plan)) if self._typst else []


Templates = tuple[tuple[str, bytes], ...]


def template_files(*folders: Path) -> Templates:
    """Return the files of template folders, and those beside them that they may import, as they go to a worker.

    Raises TemplateError where a changed folder holds what no template may read: behind a link it would be sent, too.
    """
    files: dict[str, bytes] = {}
    for folder in folders:
        if not is_shipped(folder / f"{folder.name}.typ"):
            for _ in readable_files(folder.parent):
                pass
        paths = [path for place in (folder.parent, folder) for path in sorted(place.iterdir()) if path.is_file()]
        # What stands beside the first folder counts, where a later one is the shipped one of an older working folder.
        files = {path.relative_to(folder.parent).as_posix(): path.read_bytes() for path in paths} | files
    return tuple(files.items())


def make_batch(templates: Templates, plans: Sequence[OrderPlan], formats: Sequence[str]) -> list[Mapping[str, bytes]]:
    """Make letters in a worker, on this machine or another; the maker is set up once a process."""
    maker = _maker_of(templates)
    return [maker.files(plan, formats) for plan in plans]


def make_batch_file(folder: str, templates: Templates, plans: Sequence[OrderPlan], formats: Sequence[str]) -> str:
    """Make letters in a process of this machine; return the name of the file in `folder` that holds them.

    A name is a short message. A process that is killed while it sends a long one keeps its reader waiting for ever.
    """
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        pickle.dump(make_batch(templates, plans, formats), file)
    return file.name


def taken(name: str) -> list[Mapping[str, bytes]]:
    """Return the letters of a file that `make_batch_file` wrote, and delete it."""
    made: list[Mapping[str, bytes]] = pickle.loads(Path(name).read_bytes())
    Path(name).unlink()
    return made


@cache
def _maker_of(templates: Templates) -> LetterMaker:
    root = tempfile.TemporaryDirectory(prefix="sopgen-")
    atexit.register(root.cleanup)
    folders = {path.parent for name, _ in templates if (path := Path(root.name, name)).parent != Path(root.name)}
    for folder in folders:
        folder.mkdir()
    for name, content in templates:
        Path(root.name, name).write_bytes(content)
    return LetterMaker(*folders)
