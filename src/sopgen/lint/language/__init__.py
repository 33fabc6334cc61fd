"""Rules over words, spelling, labels and what many must not read."""
