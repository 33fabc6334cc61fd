"""What the command line says, in the words of the desk: screens instead of commands."""


def at_the_desk(text: str) -> str:
    """Return a message as the desk says it."""
    return text
