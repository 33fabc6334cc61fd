"""The chart of an activity as files to take along: pictures, and what programs for flows read."""

from base64 import b64encode
from collections.abc import Sequence

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Values, reading
from sopgen.desk.office import edition_file
from sopgen.desk.session.opened import opened
from sopgen.desk.wording import at_the_desk
from sopgen.jobs.charts.request import ChartFormat, ChartRequest, ChartStyle


class ChartFiles(Values):
    """An activity of an edition, by its place; which kind of file, which look."""

    nama: str
    kegiatan: int
    ke: ChartFormat
    gaya: ChartStyle = "resmi"


def routes() -> Sequence[BaseRoute]:
    """Return the routes of chart files."""
    return [reading("/api/alur/berkas", ChartFiles, files)]


def files(asked: ChartFiles) -> Answer:
    """Return the files that `sopgen chart` makes of what is written now; a poster may take several."""
    from sopgen.jobs.charts.asked import asked_charts  # here, since it loads the writers of every format

    session = opened(asked.nama).session
    with session.turn:
        session.rest()
        session.keep()
        sop = session.seen.sop
    activity = sop.kegiatan[min(max(asked.kegiatan, 0), len(sop.kegiatan) - 1)].id
    made = asked_charts(ChartRequest(edition_file(asked.nama), activity, asked.ke, asked.gaya))
    return {
        "berkas": [
            {"nama": f"{sop.name}-{path.name}", "isi": b64encode(content).decode()}
            for path, content in made.files.items()
        ],
        "catatan": list(map(at_the_desk, made.notes)),
    }
