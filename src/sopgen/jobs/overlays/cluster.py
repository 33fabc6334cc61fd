"""The editions of units made by the workers of a dask cluster, which share no folder with this machine.

Each gets what its edition is made from, and gives back the files; what is written is written here.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sopgen.errors import SopgenError
from sopgen.files import write_files, write_folder
from sopgen.jobs.build import build_edition
from sopgen.jobs.letters.workers import RETRIES, cluster_lost, dask_client, made_by, worker_count
from sopgen.jobs.overlays.one_unit import AHEAD, UnitResult, UnitTask, in_window, opened
from sopgen.jobs.sharing.contents import files_in, spec_files, spec_name, template_contents
from sopgen.messages import spoken
from sopgen.model.page import PdfEngine
from sopgen.read.load import load_edition


@dataclass(frozen=True)
class Parcel:
    """What an edition is made from, as it goes to a worker: the name of its file among all files."""

    spec: str
    files: Mapping[str, bytes]
    pdf_engine: PdfEngine
    lang: str


@dataclass(frozen=True)
class MadeParcel:
    """What a worker gives back: the files, or the error that kept it from making them."""

    files: Mapping[str, bytes]
    error: SopgenError | None = None


def over_dask(tasks: Sequence[UnitTask], address: str) -> Iterator[UnitResult]:
    """Make editions on the workers of a cluster; raise ToolMissing or SopgenError as a run of letters does."""
    with dask_client(address) as client:
        from distributed.comm.core import CommClosedError

        def submit(task: UnitTask) -> Callable[[], UnitResult]:
            found, parcel = parcelled(task)
            if parcel is None:
                return lambda: found
            send = partial(client.submit, make_parcel, parcel, pure=False, retries=RETRIES)
            future = send()
            return lambda: received(task, found, made_by(client, send, future))

        try:
            yield from in_window(submit, tasks, max(1, worker_count(client)) * AHEAD)
        except CommClosedError as error:
            raise cluster_lost() from error


def parcelled(task: UnitTask) -> tuple[UnitResult, Parcel | None]:
    """Return what an edition is made from; none where it can not be read, with why."""
    found, edition = opened(task)
    if edition is None:
        return found, None
    try:
        files = dict([*spec_files(edition), *template_contents(edition)])
    except SopgenError as error:
        return found.refused(error), None
    return found, Parcel(spec_name(edition), files, task.pdf_engine, task.lang)


def make_parcel(parcel: Parcel) -> MadeParcel:
    """Make an edition in a folder of its own, on whatever machine this is; its places are told as they were sent."""
    with spoken(parcel.lang), tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        home = Path(folder).resolve()
        try:
            write_files({home / name: content for name, content in parcel.files.items()})
            edition = load_edition(home / parcel.spec)
            made = build_edition(edition, home / "build", templates=home / "templates", pdf_engine=parcel.pdf_engine)
        except SopgenError as error:
            return MadeParcel({}, SopgenError(str(error).replace(f"{home.as_posix()}/", "")))
        return MadeParcel(dict(files_in(made, "")))


def received(task: UnitTask, found: UnitResult, made: MadeParcel) -> UnitResult:
    """Write what a worker made into the edition's folder."""
    if made.error:
        return found.refused(made.error)
    folder = task.out / f"{found.sop}-{found.edition}"
    try:
        write_folder(folder, made.files)
    except SopgenError as error:
        return found.refused(error)
    return replace(found, folder=folder)
