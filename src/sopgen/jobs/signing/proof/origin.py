"""Whether a file is what its edition makes, made anew where its spec is here; else what its manifest says."""

from collections.abc import Iterator
from pathlib import Path

from sopgen import VERSION
from sopgen.jobs.life.remake import DOCUMENT
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.messages import say


def origin(known: Evidence, name: str) -> Iterator[Statement]:
    """Yield where a file of a manifest comes from."""
    manifest = known.manifest
    if manifest is None:
        return
    edition = manifest.edition
    if known.edition is None:
        yield holds(say("edition {edition}: {name} as the manifest says", edition=edition, name=name))
    elif known.made_anew(name):
        yield holds(say("edition {edition}: {name} as it is made anew from the spec", edition=edition, name=name))
    elif known.approved(name) and manifest.sopgen != VERSION:
        yield holds(say("edition {edition}: {name} as it was approved", edition=edition, name=name))
        what = say(
            "sopgen {before} made it; this one ({now}) prints other bytes", before=manifest.sopgen, now=VERSION
        )
        yield note(f"{what}: {say('make it again by --out, and compare the pages')}")
    elif name in DOCUMENT or known.unchanged:
        what = say(
            "edition {edition}: {name} is as the manifest says, but not as it is made anew",
            edition=edition,
            name=name,
        )
        yield fails(what)
    else:
        yield note(
            say(
                "edition {edition}: {name} as the manifest says; made anew, it is another", edition=edition, name=name
            )
        )


def placed(known: Evidence, file: Path, name: str) -> Iterator[Statement]:
    """Yield a fault where a file stands in the place of another one of its edition."""
    manifest = known.manifest
    if manifest is None or known.folder is None or not file.absolute().is_relative_to(known.folder.absolute()):
        return
    own = file.absolute().relative_to(known.folder.absolute()).as_posix()
    if own != name and own in manifest.files:
        yield fails(say("it stands in the place of {own}, but is {name}", own=own, name=name))
    elif own != name:
        yield note(say("it is {name} under another name", name=name))
