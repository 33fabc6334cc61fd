"""An edition on its way to paper: what several outputs need is planned, drawn and opened once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.jobs.charts.cache import ChartCache
from sopgen.jobs.pages import PlannedPages, plan_edition
from sopgen.jobs.rebuild.former import Files, FormerOutputs
from sopgen.jobs.soundness.sound import checked
from sopgen.messages import say
from sopgen.model.look.letter import LetterLook
from sopgen.model.page import PdfEngine
from sopgen.model.sop import Activity
from sopgen.model.unit import LetterKind
from sopgen.plan.basis import OrderGround, order_ground
from sopgen.plan.forms.table import Form, FormLooks
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import BLANK, OrderTask
from sopgen.plan.watermark import Watermark
from sopgen.read.load import Edition
from sopgen.read.look import load_forms_look, load_letter_look, load_look
from sopgen.workspace import template_folder
from sopgen.workspace import templates as templates_of

if TYPE_CHECKING:
    from sopgen.jobs.letters.maker import LetterMaker


@dataclass(frozen=True)
class TypstContent:
    """What a template for PDF is told: the plan's data, the day of the properties, the word across every page.

    `root` is the folder that it may read; by default that of all templates.
    """

    data: dict[str, object]
    day: date
    mark: Watermark | None
    root: Path | None = None


@dataclass(frozen=True)
class Work:
    """An edition on its way to paper, by the templates of a folder."""

    edition: Edition
    templates: Path
    pdf_engine: PdfEngine = "typst"
    drawings: ChartCache | None = None
    former: FormerOutputs | None = None

    @cached_property
    def pages(self) -> PlannedPages:
        """Every page of the edition, planned once. Raises SpecError with all that the planner refuses."""
        return plan_edition(self.edition, self.templates)

    @property
    def day(self) -> date:
        """The one date of all outputs."""
        return self.edition.sop.day

    @cached_property
    def letter_maker(self) -> "LetterMaker":
        """What makes the files of the edition's task orders."""
        from sopgen.jobs.letters.maker import LetterMaker  # here, since it loads Word and Typst

        return LetterMaker(*self.letter_folders, by_office=self.pdf_engine == "libreoffice")

    @property
    def letter_folders(self) -> tuple[Path, ...]:
        """The template folders of the letters."""
        return tuple(map(self.template_folder, LetterKind))

    @property
    def order_look(self) -> LetterLook:
        """The look of the unit's own letters."""
        return self.letter_look(self.edition.unit.surat_perintah.bentuk)

    def letter_look(self, kind: LetterKind) -> LetterLook:
        """Return the look of the letters of a kind; it is read once."""
        if kind not in self._letter_looks:
            self._letter_looks[kind] = load_letter_look(self.template_folder(kind), kind)
        return self._letter_looks[kind]

    @cached_property
    def _letter_looks(self) -> dict[LetterKind, LetterLook]:
        return {}

    def form_looks(self, form: Form[Any]) -> FormLooks:
        """Return the look of a form; it is read once."""
        if form.name not in self._form_looks:
            folder = self.template_folder(form.name)
            self._form_looks[form.name] = FormLooks(load_forms_look(folder.parent), load_look(folder, form.look))
        return self._form_looks[form.name]

    @cached_property
    def _form_looks(self) -> dict[str, FormLooks]:
        return {}

    def activities(self, wanted: str | None = None) -> list[Activity]:
        """Return all activities, or the one that is wanted; raise WrongUsage where the edition does not know it."""
        every = self.edition.sop.kegiatan
        found = [activity for activity in every if wanted in (None, activity.id)]
        if wanted is not None and not found:
            known = ", ".join(one.id for one in every)
            raise WrongUsage(
                with_fix(say('activity "{id}" is not known', id=wanted), say("known: {known}", known=known))
            )
        return found

    def needed_activities(self, wanted: str | None = None) -> list[Activity]:
        """Return the activities as `activities` does; raise SopgenError where the edition has none at all."""
        if not self.edition.sop.kegiatan:
            raise SopgenError(
                say(
                    "the SOP has no activities. fix: write `kegiatan` with their flows where charts or orders are "
                    "needed"
                )
            )
        return self.activities(wanted)

    def made(self, names: Sequence[str], plan: object, make: Callable[[], Files]) -> Files:
        """Return the files of these names that `make` makes of a plan; former ones where the build may take them."""
        return self.former.made(names, plan, make) if self.former else make()

    def draw(self, dot: str) -> bytes:
        """Return Graphviz's drawing, a former one where nothing changed."""
        former = self.drawings.find(dot) if self.drawings else None
        made = former or _drawn(dot)
        if self.drawings and not former:
            self.drawings.keep(dot, made)
        return made

    def ground(self, day: date | None, kind: LetterKind | None = None) -> OrderGround:
        """Return what letters given on a day rest on; None for blank ones, without a kind the unit's own."""
        edition = self.edition
        kind = kind or edition.unit.surat_perintah.bentuk
        if (day, kind) not in self._grounds:
            unit = edition.unit.sending(kind)
            self._grounds[day, kind] = order_ground(edition.sop, unit, edition.regulations, day)
        return self._grounds[day, kind]

    def order_plan(self, activity: Activity, task: OrderTask = BLANK, kind: LetterKind | None = None) -> OrderPlan:
        """Return the letter of an activity, blank or for a task, with the unit's emblem."""
        kind = kind or self.edition.unit.surat_perintah.bentuk
        plan = plan_order(self.ground(task.day, kind), activity, self.letter_look(kind), task)
        return replace(plan, emblem_file=self.edition.emblems.own or b"")

    @cached_property
    def _grounds(self) -> dict[tuple[date | None, LetterKind], OrderGround]:
        return {}

    def template_folder(self, name: str) -> Path:
        """Return a form's template folder; a working folder that is older than the form has the shipped one."""
        return template_folder(self.templates, name)


@dataclass(frozen=True)
class PaperFiles:
    """The two files of what is printed, each made when it is first asked for."""

    work: Work
    word: Callable[[], bytes]
    template: Path
    content: TypstContent

    @cached_property
    def docx(self) -> bytes:
        """What Word opens."""
        return self.word()

    @cached_property
    def pdf(self) -> bytes:
        """Typeset; a template folder without .typ, or the wish of the user, has the DOCX itself printed."""
        if self.work.pdf_engine == "libreoffice" or not self.template.is_file():
            from sopgen.tools import libreoffice  # here, since few ask for it

            return libreoffice.to_pdf(self.docx, day=self.content.day)
        from sopgen.render import typst  # here, since what is refused needs no Typst

        said = self.content
        return typst.render(self.template, said.data, day=said.day, mark=said.mark, root=said.root)


def _drawn(dot: str) -> bytes:
    from sopgen.tools import graphviz  # here, since a drawing that is kept needs no Graphviz

    return graphviz.draw(dot)


def open_work(spec: Path) -> Work:
    """Return the edition of a file at work, by its working folder's templates.

    Raises SpecError with all errors that keep it from being built.
    """
    return Work(checked(spec), templates_of(spec))
