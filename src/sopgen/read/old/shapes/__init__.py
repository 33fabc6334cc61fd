"""Drawn flows of Word and Excel: symbols, lines and words on lines, where they stand and where they lead."""
