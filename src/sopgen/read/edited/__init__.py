"""An edited Word document read back: its texts as they were and as they are, who changed them, what was said."""
