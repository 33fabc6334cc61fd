"""Rules over letters: what task orders rest on, and how a text says that letters are made."""
