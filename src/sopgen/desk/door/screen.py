"""What Beranda tells of other computers: the address, and who may enter; only this computer's own user asks it."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, reading, writing
from sopgen.desk.door.network import own_addresses
from sopgen.desk.door.people import desk_people

# The port by which other computers reach the desk; none where they do not.
_PORT: Final[list[int]] = []


class PersonWithPin(Values):
    """A person who may enter, and the PIN."""

    nama: str
    pin: str


class PersonNamed(Values):
    """A person who may enter."""

    nama: str


def opens_to(port: int) -> None:
    """Say by which port other computers reach the desk; 0 for none."""
    _PORT[:] = [port] if port else []


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        reading("/api/orang", Nothing, told),
        writing("/api/orang/tambah", PersonWithPin, added),
        writing("/api/orang/hapus", PersonNamed, removed),
    ]


def told(_: Nothing) -> Answer:
    """Return the addresses for other computers, and who may enter from them."""
    addresses = [f"http://{one}:{port}/" for port in _PORT for one in own_addresses()]
    return {"terbuka": bool(_PORT), "alamat": addresses, "orang": desk_people().names()}


def added(asked: PersonWithPin) -> Answer:
    """Let a person in."""
    desk_people().add(asked.nama, asked.pin)
    return told(Nothing())


def removed(asked: PersonNamed) -> Answer:
    """Let a person in no more; the cookie of one who is inside opens nothing from now on."""
    desk_people().remove(asked.nama)
    return told(Nothing())
