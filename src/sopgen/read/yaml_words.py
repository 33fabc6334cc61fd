"""What a YAML parser says, in words for who types a spec; by parts of its sentences."""

from sopgen.messages import say


def rephrased(reason: str) -> tuple[str, str]:
    """Return what is wrong and how it is mended, for a reason that the parser gave."""
    known = (
        (
            ("cannot start any token", "\\t", "tab character"),
            say("a tab or a sign that YAML keeps for itself begins the text here"),
            say("indent with blanks; put the text in quotes"),
        ),
        (
            ("mapping values are not allowed", "expected ':'"),
            say("a colon stands where none can be, or one is missing"),
            say("put a text that holds a colon in quotes; write `key: value`"),
        ),
        (
            ("did not find expected key", "expected <block end>", "expected key", "block mapping"),
            say("the line is indented otherwise than its neighbours, or a quote above is not closed"),
            say("give it the indent of the lines beside it, and close the quotes"),
        ),
        (
            ("'-' indicator", "block sequence", "block collection"),
            say("an item of a list stands where none can be"),
            say("give all items of a list the same indent"),
        ),
        (
            ("',' or", "flow sequence", "flow mapping", "flow node"),
            say("a comma or a closing bracket is missing"),
            say("close every [ and {{ that was opened"),
        ),
        (
            ("unexpected end of stream", "quoted scalar"),
            say("a quote is opened and not closed"),
            say("close it, or delete it"),
        ),
        (
            ("escape", "hexdecimal", "hexadecimal"),
            say("a backslash in double quotes begins a sign that is not known"),
            say("write \\\\, or use single quotes"),
        ),
        (
            ("alias", "anchor"),
            say("the text begins with & or *, which YAML keeps for itself"),
            say("put the text in quotes"),
        ),
        (
            ("tag", "directive", "%"),
            say("the text begins with ! or %, which YAML keeps for itself"),
            say("put the text in quotes"),
        ),
    )
    for signs, what, fix in known:
        if any(sign in reason for sign in signs):
            return what, fix
    return say("not readable as YAML: {reason}", reason=reason), say(
        "check indentation, colons, quotes and brackets here"
    )
