"""The names of the forms in which findings are told; findings.py, which loads every rule, writes them."""

from typing import Final

FINDING_FORMATS: Final = ("text", "json", "sarif", "github", "gitlab")
