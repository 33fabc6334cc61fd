"""An old file becomes a draft: its reader chosen by what it is, the draft written, each doubt with its place."""
