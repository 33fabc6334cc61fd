"""By which names and addresses other computers of the office call this one."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

EVERYWHERE: Final = "0.0.0.0"
# The same port each time, so that the others keep its address.
PORT: Final = 8735
# Addresses of other networks; asking how to get there sends nothing.
BEYOND: Final = ("10.255.255.255", "192.168.255.255", "172.31.255.255")


def own_addresses() -> list[str]:
    """Return the addresses of this computer in its network, those that other computers reach."""
    found = dict.fromkeys(_addresses())
    return [one for one in found if not ipaddress.ip_address(one).is_loopback]


def _addresses() -> Iterator[str]:
    for place in BEYOND:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.connect((place, 9))
            yield line.getsockname()[0]
    with suppress(OSError):
        yield from socket.gethostbyname_ex(socket.gethostname())[2]


def own_hosts(port: int) -> frozenset[str]:
    """Return what a browser of the network may call this computer: its addresses and its name."""
    name = socket.gethostname().lower()
    return frozenset(f"{one}:{port}" for one in (*own_addresses(), name, f"{name}.local", f"{name}.lan"))


def bound(place: socket.socket) -> int:
    """Bind a socket for the network: at the usual port, where that is free; return the port."""
    try:
        place.bind((EVERYWHERE, PORT))
    except OSError:
        place.bind((EVERYWHERE, 0))
    port: int = place.getsockname()[1]
    return port
