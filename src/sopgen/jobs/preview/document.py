"""The pages of the document as SVG while an edition is written, each printed text with its place in the spec."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from sopgen.errors import PlanError, TemplateError
from sopgen.jobs.pages import DocumentLooks, at_places, document_looks, plan_by
from sopgen.model.chapters import template_of
from sopgen.plan.chapters.contents import ProsePlan
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.contract.flow_table import FlowTable
from sopgen.plan.contract.tags import as_data
from sopgen.plan.places import with_places
from sopgen.read.load import Edition
from sopgen.read.own_folder import refuse_foreign
from sopgen.render.chart.screen import table_drawing
from sopgen.render.live_page import LivePages
from sopgen.workspace import template_folder, templates


class Preview:
    """The pages of one edition, by the templates of its working folder; one thread at a time uses it."""

    def __init__(self, path: Path) -> None:
        """Remember where the edition stands; templates are read when its pages are first asked for."""
        self._templates = templates(path.absolute())
        self._read: dict[str, tuple[DocumentLooks, LivePages]] = {}
        self._state: tuple[tuple[str, int], ...] = ()

    def pages(self, edition: Edition) -> list[bytes]:
        """Return the pages as SVG.

        Raises SpecError with what the planner refuses, TemplateError where the template can not be typeset.
        """
        looks, live = self._kept(edition)
        try:
            plan = plan_by(edition, looks)
        except PlanError as error:
            raise at_places(edition, error.refusals) from error
        data = as_data(_drawn(plan))
        try:
            return live.svgs(with_places(data, edition.sop), plan.watermark)
        except TemplateError:  # an office's own template may take its values as texts alone: then no click finds them
            return live.svgs(data, plan.watermark)

    def _kept(self, edition: Edition) -> tuple[DocumentLooks, LivePages]:
        """Return the looks and the template, as they were read last where no file of theirs is other since."""
        state = _state(self._templates)
        if state != self._state:
            self.close()
            self._state = state
        name = template_of(edition.sop)
        if name not in self._read:
            folder = template_folder(self._templates, name)
            refuse_foreign(folder)
            looks = document_looks(edition, self._templates)
            self._read[name] = looks, LivePages(folder / f"{name}.typ", folder)
        return self._read[name]

    def close(self) -> None:
        """Forget what was read."""
        for _, live in self._read.values():
            live.close()
        self._read.clear()


def _state(folder: Path) -> tuple[tuple[str, int], ...]:
    """Return when the files of the document's templates were written."""
    kept = (path for name in ("sop", "naskah-sop") for path in sorted((folder / name).glob("*")))
    return tuple((path.as_posix(), path.stat().st_mtime_ns) for path in kept)


def _drawn(plan: DocumentPlan | ProsePlan) -> Any:
    """Return the plan with its drawings, straight from the planned flows."""
    if isinstance(plan, ProsePlan):
        return replace(plan, annex=replace(plan.annex, charts=_charts(plan.annex))) if plan.annex else plan
    return replace(plan, charts=_charts(plan))


def _charts(table: FlowTable) -> dict[str, str]:
    return {key: table_drawing(one.flow, one.description) for key, one in table.drawings.items()}
