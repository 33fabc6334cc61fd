"""WHICH law a citation names, and what became of it when."""
