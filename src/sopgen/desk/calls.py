"""From what the page asks to what a job answers: values in, values out, and each fault in the reader's words."""

import mimetypes
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import quote, unquote

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sopgen.desk.office import at_work
from sopgen.desk.wording import at_the_desk, place_at_the_desk
from sopgen.errors import Problem, SeveralErrors, SopgenError, SpecError, with_fix
from sopgen.jobs.letters.deployment import WrongTerm
from sopgen.messages import say

# Bytes of a file that is handed in; a spreadsheet of a whole Polres has some 200 kB.
LARGEST_FILE: Final = 20 * 2**20
# Bytes of the values of one call: a whole SOP has some 100 kB.
LARGEST_CALL: Final = 4 * 2**20
# The file's name, percent-encoded, beside its bytes.
NAME: Final = "x-nama-berkas"

# How a message goes on with what helps.
WHAT_HELPS: Final = re.compile(r"\. (?:fix|perbaikan|perbaiki): ")

Answer = Mapping[str, object]


class Outdated(SopgenError):
    """What is asked rests on what is so no more (409); `told` is what is so now."""

    def __init__(self, what: str, told: Answer) -> None:
        super().__init__(what)
        self.told = told


class Values(BaseModel):
    """What a call takes; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Values):
    """What a call takes that needs no values."""


V = TypeVar("V", bound=Values)


@dataclass(frozen=True)
class HandedFile:
    """A file that was dropped or chosen; its name is shown, and never a place to write to."""

    name: str
    content: bytes


@dataclass(frozen=True)
class FileAnswer:
    """A file to save, or to show beside the page."""

    name: str
    content: bytes
    shown: bool = False


def content_of(text: str) -> bytes:
    """Return the bytes of a file that comes as base64 beside other values."""
    try:
        return b64decode(text, validate=True)
    except ValueError as error:
        raise SopgenError(with_fix(say("the file did not arrive whole"), say("choose it again"))) from error


def reading(path: str, takes: type[V], do: Callable[[V], Answer]) -> Route:
    """Answer a question, which changes nothing: the values stand in the address."""

    async def answer(request: Request) -> Response:
        return await _answered(takes, dict(request.query_params), do)

    return Route(path, answer, methods=["GET"])


def writing(path: str, takes: type[V], do: Callable[[V], Answer]) -> Route:
    """Do something: the values are the body, as JSON."""

    async def answer(request: Request) -> Response:
        body = await _body(request, LARGEST_CALL)
        if body is None:
            return _too_large()
        try:
            values = takes.model_validate_json(body)
        except ValidationError as error:
            return _not_understood(error)
        return await _given(values, do)

    return Route(path, answer, methods=["POST"])


def receiving(path: str, do: Callable[[HandedFile], Answer]) -> Route:
    """Take a file: its bytes are the body, its name stands in a header."""
    return receiving_for(path, Nothing, lambda _, file: do(file))


def receiving_for(path: str, takes: type[V], do: Callable[[V, HandedFile], Answer]) -> Route:
    """Take a file for what the values in the address name: which edition, which day."""

    async def answer(request: Request) -> Response:
        body = await _body(request, LARGEST_FILE)
        if body is None:
            return _too_large()
        file = HandedFile(unquote(request.headers.get(NAME, "")), body)
        return await _answered(takes, dict(request.query_params), lambda values: do(values, file))

    return Route(path, answer, methods=["POST"])


def sending(path: str, takes: type[V], do: Callable[[V], FileAnswer]) -> Route:
    """Send a file, to be saved or shown."""

    async def answer(request: Request) -> Response:
        try:
            values = takes.model_validate(dict(request.query_params))
            made = await run_in_threadpool(_at_work, do, values)
        except ValidationError as error:
            return _not_understood(error)
        except SopgenError as error:
            return refused(error)
        return _file(made)

    return Route(path, answer, methods=["GET"])


def _file(made: FileAnswer) -> Response:
    kind = mimetypes.guess_type(made.name)[0] or "application/octet-stream"
    way = "inline" if made.shown else "attachment"
    head = {"content-disposition": f"{way}; filename*=UTF-8''{quote(made.name)}"}
    return Response(made.content, media_type=kind, headers=head)


async def _answered(takes: type[V], raw: Mapping[str, Any], do: Callable[[V], Answer]) -> Response:
    try:
        values = takes.model_validate(raw)
    except ValidationError as error:
        return _not_understood(error)
    return await _given(values, do)


T = TypeVar("T")


R = TypeVar("R")


def _at_work(do: Callable[[T], R], values: T) -> R:
    with at_work():
        return do(values)


async def _given(values: T, do: Callable[[T], Answer]) -> Response:
    try:
        return JSONResponse(await run_in_threadpool(_at_work, do, values))
    except SopgenError as error:
        return refused(error)


async def _body(request: Request, bound: int) -> bytes | None:
    """Return what was sent; None where it is over the bound, however long it says to be."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        # What is over the bound is read too, and kept no more: a browser listens when it has sent all.
        if size <= bound:
            parts.append(part)
        else:
            parts.clear()
    return b"".join(parts) if size <= bound else None


def _too_large() -> Response:
    return _faults([{"what": say("the file is too large"), "fix": say("hand in a smaller one")}], 413)


def _not_understood(error: ValidationError) -> Response:
    """Say that the page asked for what the desk does not know: a page of another version, as a rule."""
    places = ", ".join(sorted({".".join(map(str, one["loc"])) for one in error.errors()}))
    what = say("the page and the desk do not understand each other ({places})", places=places)
    return _faults([{"what": what, "fix": say("load the page anew")}], 400)


def refused(error: SopgenError) -> Response:
    """Return the faults of a refusal, each with its place in the form and what helps."""
    if isinstance(error, Outdated):
        return JSONResponse({**error.told, "faults": list(faults(error))}, 409)
    return _faults(list(faults(error)), 422)


def faults(error: SopgenError) -> Iterator[dict[str, object]]:
    """Yield every fault of an error as the page shows it."""
    if isinstance(error, SeveralErrors):
        for one in error.errors:
            yield from faults(one)
    elif isinstance(error, SpecError):
        yield from map(shown, error.problems)
    elif isinstance(error, WrongTerm):
        yield {"what": at_the_desk(error.what), "fix": at_the_desk(error.fix), "path": error.key}
    else:
        what, fix = told_apart(str(error))
        yield {"what": at_the_desk(what), "fix": at_the_desk(fix)}


def told_apart(text: str) -> tuple[str, str]:
    """Return what is wrong and what helps of a message that says both (see `with_fix`)."""
    found = WHAT_HELPS.split(text, maxsplit=1)
    return (found[0], found[1]) if len(found) > 1 else (text.removesuffix("."), "")


def shown(problem: Problem) -> dict[str, object]:
    """Return a problem as the page shows it: its field instead of its line."""
    return {
        "what": at_the_desk(problem.what),
        "fix": at_the_desk(problem.fix),
        "path": problem.path,
        "place": place_at_the_desk(problem.path),
        "code": problem.code,
        "severity": problem.severity,
    }


def _faults(found: list[dict[str, object]], status: int) -> Response:
    return JSONResponse({"faults": found}, status)
