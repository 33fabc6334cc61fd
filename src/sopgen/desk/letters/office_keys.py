"""The keys that codes of letters are checked with: the office's own, to be given to others, and those of others."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, FileAnswer, Nothing, Values, content_of, reading, sending, writing
from sopgen.desk.noted import noted, refuse_guest
from sopgen.jobs.letters.codes.key_handover import add, others, own_key, remove
from sopgen.jobs.letters.unit_key import key_path
from sopgen.jobs.office.log import LoggedAct
from sopgen.seal.keys import public_pem

OWN_FILE = "kunci-publik.pub"


class KeyOfOther(Values):
    """The public key of another office (base64), the name that it gets here, the fingerprint that was read out."""

    nama: str
    isi: str
    sidik: str


class KeyName(Values):
    """A key by the name that it has here."""

    nama: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of keys."""
    return [
        reading("/api/kunci", Nothing, keys),
        sending("/api/kunci/berkas", Nothing, own_file),
        writing("/api/kunci", KeyOfOther, noted(LoggedAct.KEY, let_in, lambda asked, _: f"+ {asked.nama}")),
        writing("/api/kunci/hapus", KeyName, noted(LoggedAct.KEY, shut_out, lambda asked, _: f"- {asked.nama}")),
    ]


def keys(_: Nothing) -> Answer:
    """Return the fingerprint of the own key, none before the first numbered letter, and the keys of other offices."""
    own = own_key() if key_path().exists() else None
    return {
        "sendiri": own.fingerprint if own else "",
        "lain": [{"nama": one.name, "sidik": one.fingerprint} for one in others()],
    }


def own_file(_: Nothing) -> FileAnswer:
    """Return the office's own public key, for those who check its letters."""
    return FileAnswer(OWN_FILE, public_pem(own_key().key))


def let_in(asked: KeyOfOther) -> Answer:
    """Have another office's key count, where its fingerprint is the one that was read out."""
    refuse_guest()
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        path = Path(folder, "kunci.pub")
        path.write_bytes(content_of(asked.isi))
        add(path, asked.sidik, "-".join(asked.nama.split()))
    return keys(Nothing())


def shut_out(asked: KeyName) -> Answer:
    """Have a key count no more."""
    refuse_guest()
    remove(asked.nama)
    return keys(Nothing())
