"""What nobody foresaw: one sentence on the page, the details in a file for who keeps sopgen."""

import os

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sopgen.details import DEBUG, written
from sopgen.messages import say, system_fix, system_reason


async def told(_: Request, error: Exception) -> Response:
    """Answer with the fault of the system, or with ours."""
    if isinstance(error, OSError) and error.filename:
        what, fix = system_reason(error), system_fix(error)
        return JSONResponse({"faults": [{"what": what, "fix": fix}]}, 422)
    if os.environ.get(DEBUG):
        raise error
    what = say("this is a fault of sopgen, not of yours ({kind})", kind=type(error).__name__)
    fix = say("give the file {path} to who keeps sopgen", path=written(error))
    return JSONResponse({"faults": [{"what": what, "fix": fix}]}, 500)
