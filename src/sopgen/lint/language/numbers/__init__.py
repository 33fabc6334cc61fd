"""Numbers in figures and in words."""
