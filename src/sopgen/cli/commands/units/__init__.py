"""The commands of an office above others: its bases, its units, what it shares."""
