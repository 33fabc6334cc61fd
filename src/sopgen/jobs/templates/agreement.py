"""Where a template folder no longer agrees with itself: rupa.yaml, the Word template, the Typst template."""

from collections.abc import Sequence
from pathlib import Path

from sopgen.errors import Problem, SpecError
from sopgen.read.look import LOOKS, NAME, load_forms_look
from sopgen.render.templates import is_shipped
from sopgen.workspace import editions, templates


def template_warnings(specs: Sequence[Path]) -> list[Problem]:
    """Return where the Word templates of these editions differ from what rupa.yaml and the Typst templates say."""
    folders = dict.fromkeys(map(templates, editions(specs)))
    return [one for folder in folders for one in template_problems(folder) if one.severity == "warning"]


def template_problems(root: Path) -> list[Problem]:
    """Return the faults of every rupa.yaml under `root`, what its Word templates lack, and where they differ."""
    own = [folder for name in LOOKS if (folder := root / name).is_dir() and not _is_shipped(folder)]
    found = _shared_problems(root)
    if own:
        # Here, since it loads Word's library: of the shipped templates a test holds that they agree.
        from sopgen.jobs.templates.word_templates import folder_problems

        found += [problem for folder in own for problem in folder_problems(folder)]
    return found


def _is_shipped(folder: Path) -> bool:
    """Tell whether all that is compared is as shipped: the Word template, the Typst template, the look."""
    return all(is_shipped(folder / name) for name in (f"{folder.name}.docx", f"{folder.name}.typ", NAME))


def _shared_problems(root: Path) -> list[Problem]:
    try:
        load_forms_look(root)
    except SpecError as error:
        return error.problems
    return []
