"""Dari Word: what an edited document proposes, and what is chosen of it, written into the draft."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, HandedFile, Values, receiving_for, writing
from sopgen.desk.incoming.held import as_file, held, hold
from sopgen.desk.incoming.word_told import letter_told, offer_told
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_file, edition_name
from sopgen.desk.session.opened import OpenEdition, opened
from sopgen.desk.session.routes import left_by
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.accept_word.apply import apply
from sopgen.jobs.accept_word.letter import code_of_letter, edited_letter
from sopgen.jobs.accept_word.proposals import WordOffer, WordRequest, proposals
from sopgen.jobs.office.log import LoggedAct
from sopgen.messages import say


class WordAsked(Values):
    """Which edition it was issued from and which draft takes it, where the document alone does not tell."""

    dari: str = ""
    ke: str = ""
    edisi: str = ""


class HeldWord(WordAsked):
    """A document that was handed in before."""

    kunci: str


class ChosenProposals(HeldWord):
    """What is accepted of it: the ids, each with another text or none; and the window that asks."""

    pilihan: Mapping[str, str | None]
    jendela: str = ""


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        receiving_for("/api/dari-word", WordAsked, handed),
        writing("/api/dari-word/lagi", HeldWord, again),
        writing("/api/dari-word/simpan", ChosenProposals, noted(LoggedAct.WORD, saved, _draft)),
    ]


def _draft(_: ChosenProposals, answer: Answer) -> str:
    return str(answer["tertulis"])


def handed(asked: WordAsked, file: HandedFile) -> Answer:
    """Return what a document that is handed in proposes; of a letter, what differs from the issued one."""
    with as_file(file) as path:
        if not asked.dari and (code := code_of_letter(path)):
            return {"surat": letter_told(edited_letter(path, code, Path()))}
        return {"kunci": hold(file), **offer_told(_offer(path, asked))}


def again(asked: HeldWord) -> Answer:
    """Return what a document proposes for the draft as it is now."""
    with as_file(held(asked.kunci)) as path:
        return {"kunci": asked.kunci, **offer_told(_offer(path, asked))}


def saved(asked: ChosenProposals) -> Answer:
    """Write what is chosen into the draft, as one step of its session; return what is proposed still."""
    with as_file(held(asked.kunci)) as path:
        offer = _offer(path, asked)
        name = edition_name(offer.draft.path)
        if offer.draft.begun_from is None:
            _written_there(asked, path, opened(name))
        else:
            apply(offer, asked.pilihan)
            one = opened(name)
            with one.session.turn:
                one.session.came_from(offer.draft.edition.sop_source.text)
        return {
            "kunci": asked.kunci,
            "tertulis": name,
            "banyak": len(asked.pilihan),
            **offer_told(_offer(path, asked)),
        }


def _written_there(asked: ChosenProposals, path: Path, one: OpenEdition) -> None:
    """Write into a draft that may be open: what is typed there counts, and undo takes the proposals back."""
    was_open = asked.jendela in one.windows.heard
    with one.session.turn:
        one.refuse_watcher(asked.jendela)
        try:
            one.session.rest()
            one.session.keep()
            if not one.session.is_kept:
                what = say("the draft holds what can not be saved yet")
                raise SopgenError(with_fix(what, say("mend it in Manuscript first")))
            apply(_offer(path, asked), asked.pilihan)
            one.session.take_theirs()
        finally:
            if not was_open:
                left_by(one, asked.jendela)


def _offer(path: Path, asked: WordAsked) -> WordOffer:
    """Return the proposals, merged with what the files say and what is typed in them at the desk."""
    found = proposals(_request(path, asked))
    if found.draft.begun_from is not None:
        return found
    session = opened(edition_name(found.draft.path)).session
    with session.turn:
        if session.is_kept:
            return found
        session.rest()
        session.keep()
    return proposals(_request(path, asked))


def _request(path: Path, asked: WordAsked) -> WordRequest:
    spec = edition_file(asked.dari) if asked.dari else None
    into = edition_file(asked.ke) if asked.ke else None
    return WordRequest(path, Path(), spec, into, asked.edisi.strip() or str(date.today().year))
