"""Start the desk: one for each user, on a port of this computer that nobody else reaches."""

import os
import socket
import webbrowser
from pathlib import Path
from secrets import token_urlsafe
from typing import Final
from urllib.request import ProxyHandler, Request, build_opener

from sopgen.desk.app import make_app
from sopgen.desk.closing import closes
from sopgen.desk.door.entry import FrontDoor
from sopgen.desk.door.network import bound, own_hosts
from sopgen.desk.door.people import desk_people
from sopgen.desk.door.screen import opens_to
from sopgen.desk.guard import ONCE
from sopgen.desk.office import is_office, open_office
from sopgen.desk.running import LAST_FOLDER, PORT, PROCESS, Running, running
from sopgen.desk.session.opened import all_closed
from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.workspace import working_folder

HERE: Final = "127.0.0.1"
# Seconds that the desk of a former start has to answer; one that just begins on a slow computer takes some.
PATIENCE: Final = 10


def serve(folder: Path | None, *, browser: bool) -> None:
    """Serve the desk until it is closed; where one runs already, open that one.

    `folder` is the working folder; else the one that we are in, else the last one.
    """
    record = running()
    if folder is None and (port := _runs(record)):
        _tell(port, record, browser=browser)
        return
    _go_to(folder, record)
    with front_socket() as place:
        place.bind((HERE, 0))
        _serve(place, record, None, browser=browser)


def serve_network(folder: Path | None, *, browser: bool) -> None:
    """Serve the desk to other computers of the office, too: whoever is named for it enters by a PIN."""
    record = running()
    if _runs(record):
        raise SopgenError(say("the desk runs already, for this computer alone. fix: close it, and start it again"))
    _go_to(folder, record)
    with front_socket() as place:
        bound(place)
        _serve(place, record, FrontDoor(desk_people()), browser=browser)


def front_socket() -> socket.socket:
    """Return a socket to listen at, whose answers go out as soon as they are written.

    Only one that is told to be TCP is taken for that: else the end of each answer waits some 40 ms, until the browser
    says that its beginning came.
    """
    return socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)


def _serve(place: socket.socket, record: Running, entry: FrontDoor | None, *, browser: bool) -> None:
    # Before it is told: a second click meanwhile waits for this desk, and is not refused and starts another.
    place.listen(128)
    port = place.getsockname()[1]
    record.put(**{PORT: port, PROCESS: os.getpid()})
    import uvicorn  # here, since a desk that runs already needs no second server

    hosts = frozenset({f"{HERE}:{port}", f"localhost:{port}"}) | (own_hosts(port) if entry else frozenset())
    opens_to(port if entry else 0)
    app = make_app(token_urlsafe(24), hosts, record, entry)
    # No line a request: an address may hold what was searched for.
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        timeout_graceful_shutdown=3,
    )
    try:
        _tell(port, record, browser=browser)
        server = uvicorn.Server(config)
        closes(lambda: setattr(server, "should_exit", True))
        server.run(sockets=[place])
    finally:
        all_closed()
        record.ended()


def _go_to(folder: Path | None, record: Running) -> None:
    if folder:
        open_office(folder)
        return
    last = Path(record.told().get(LAST_FOLDER) or ".")
    for found in (working_folder(), last):
        if found and is_office(found):
            open_office(found)
            return


def _runs(record: Running) -> int:
    """Return the port of a desk that answers; 0 for none."""
    port = int(record.told().get(PORT) or 0)
    if not port:
        return 0
    direct = build_opener(ProxyHandler({}))
    try:
        direct.open(Request(f"http://{HERE}:{port}/"), timeout=PATIENCE)
    except OSError as error:
        return port if getattr(error, "code", 0) == 403 else 0  # its guard knows no stranger
    return 0


def _tell(port: int, record: Running, *, browser: bool) -> None:
    address = f"http://{HERE}:{port}/?{ONCE}={record.new_key()}"
    if not browser or not webbrowser.open(address):
        print(address, flush=True)  # noqa: T201  (whoever started it without a browser opens it by hand)
