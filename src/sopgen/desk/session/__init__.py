"""One edition while it is written at the desk: its text, what is typed, undo without bound, the file, the journal."""
