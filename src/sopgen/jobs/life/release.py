"""Which editions may be given out: those approved as they stand."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from sopgen import VERSION
from sopgen.errors import Problem, SpecError
from sopgen.jobs.life.day import days_to_come, today_at
from sopgen.jobs.soundness.voided import voided
from sopgen.messages import say
from sopgen.model.life.record import FINAL
from sopgen.model.sop import Status
from sopgen.read.load import Edition


def refuse_unapproved(editions: Sequence[Edition]) -> None:
    """Raise SpecError naming, for each edition that is not approved as it stands, what is missing or was changed."""
    problems = [problem for edition in editions for problem in unapproved(edition)]
    if problems:
        raise SpecError(problems)


def refuse_unsignable(edition: Edition, *, by_ink: bool) -> None:
    """Raise SpecError where an edition may not be signed; one as issued gets the scan of its original."""
    if not (by_ink and edition.sop.sebagaimana_terbit and edition.sop.status is Status.IN_FORCE):
        refuse_unapproved([edition])


def refuse_other_bytes(edition: Edition, files: Mapping[str, bytes]) -> None:
    """Raise SpecError where what is made of an approved edition is not, byte for byte, what was approved."""
    approval = edition.life.approval
    kept = approval.naskah if approval else {}
    other = [name for name, content in files.items() if name in kept and sha256(content).hexdigest() != kept[name]]
    if other and approval:
        what = say(
            "this program (sopgen {now}) prints {names} otherwise than it was approved (sopgen {before}){pages}",
            now=VERSION,
            names=", ".join(other),
            before=approval.program or "?",
            pages=_pages(edition, files),
        )
        fix = say("give out what arsip/ keeps; where nobody has signed: `sopgen approve --undo`, approve anew")
        raise SpecError([edition.sop_source.problem("PS15", ("edisi",), what, fix)])


def _pages(edition: Edition, files: Mapping[str, bytes]) -> str:
    """Return which pages look different from the archive's, in words; nothing where it keeps none."""
    kept = Path(edition.unit_source.file).absolute().parents[1] / "arsip" / edition.sop.name / FINAL
    if FINAL not in files or not kept.is_file():
        return ""
    from sopgen.finish.pages import differing_pages  # here, since it loads a PDF library that a build does not need

    found = differing_pages(kept.read_bytes(), files[FINAL])
    if not found:
        return say("; every page looks as in arsip/")
    return say("; other than in arsip/ look the pages {numbers}", numbers=", ".join(map(str, found)))


def unapproved(edition: Edition) -> Iterator[Problem]:
    """Yield why an edition may not be given out."""
    yield from days_to_come(edition, today_at(edition.unit))
    if edition.life.released:
        return
    changes = list(voided(edition))
    yield from changes
    if not changes:
        what, fix = _missing(edition)
        yield edition.sop_source.problem("PS09", ("status",), what, fix)


def _missing(edition: Edition) -> tuple[str, str]:
    sop, spec = edition.sop, edition.path.as_posix()
    if sop.contoh:
        return say("an example is never given out"), say("copy it, and remove `contoh: true`")
    if sop.status is Status.REVOKED:
        return say("{sop} was revoked", sop=sop.name), say("give out the edition that is in force")
    if sop.sebagaimana_terbit and sop.status is Status.IN_FORCE:
        what = say("{sop} was issued before records began: nobody approved it here", sop=sop.name)
        sign = f"sopgen sign build/{sop.name}/{FINAL} --by pengesah --scan FILE --date YYYY-MM-DD"
        command = f"{sign} && sopgen approve {spec} --to berlaku --date YYYY-MM-DD --note ..."
        return what, say("compare it with the signed original, then register it: {command}", command=command)
    if not edition.events:
        command = f"sopgen approve {spec} --to ditinjau ..."
        return say("{sop} has no approval", sop=sop.name), say("have it reviewed: {command}", command=command)
    what = say('{sop} is "{state}", not approved to be signed', sop=sop.name, state=sop.status.value)
    return what, f"sopgen approve {spec} --to {_next(sop.status)} ..."


def _next(state: Status) -> str:
    return (Status.READY if state is Status.REVIEWED else Status.REVIEWED).value
