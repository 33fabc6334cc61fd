"""The desk's door to other computers of the office (`--lan`): who may enter, and how this computer is called."""
