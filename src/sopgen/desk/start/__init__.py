"""Beranda: where the editions stand, what is due, the last letters; the working folder, and how the desk closes."""
