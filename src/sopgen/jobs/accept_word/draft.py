"""The draft that takes what is accepted: the edition itself while it is one, else its revision."""

from dataclasses import dataclass
from pathlib import Path

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.edit.fix import load_draft
from sopgen.jobs.edit.revise import begin, next_edition, revision
from sopgen.messages import say
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_others, with_source

UNDER_APPROVAL = (Status.REVIEWED, Status.READY)


@dataclass(frozen=True)
class DraftToWrite:
    """A draft as it is now; `begun_from` where its file is still to be made, by a revision of that edition."""

    edition: Edition
    path: Path
    begun_from: Edition | None = None


def draft_for(now: Edition, into: Path | None, next_name: str) -> DraftToWrite:
    """Return the draft that takes what comes back for an edition.

    `into` names another draft; `next_name` is the name of the revision where none has begun. Raises SopgenError where
    the edition is under approval, or no draft can take it.
    """
    if into is not None:
        named = load_draft(into)
        if named.sop.id != now.sop.id:
            what = say("{path} is no draft of {sop}", path=into.as_posix(), sop=now.sop.id)
            raise SopgenError(with_fix(what, say("name a draft of the same SOP")))
        return DraftToWrite(named, into)
    if now.sop.status in UNDER_APPROVAL:
        what = say("{path} is under approval: its words stay as they are", path=now.path.as_posix())
        raise SopgenError(with_fix(what, say("take the step back with `sopgen approve --undo` first")))
    if now.sop.status is Status.DRAFT and not now.sop.sebagaimana_terbit:
        return DraftToWrite(now, now.path)
    own = revision(now.sop.identitas)
    drafts = [one for one in load_others(now) if one.sop.status is Status.DRAFT and revision(one.sop.identitas) > own]
    if len(drafts) == 1:
        return DraftToWrite(drafts[0], drafts[0].path)
    if drafts:
        names = ", ".join(one.path.as_posix() for one in drafts)
        raise SopgenError(
            with_fix(say("there are several drafts: {names}", names=names), say("name one with --into"))
        )
    source = next_edition(now, next_name)
    path, _ = begin(now.path, next_name)
    return DraftToWrite(with_source(now, source), path, now)
