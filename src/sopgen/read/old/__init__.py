"""Old files to a first draft: pasted text, PDF, tables, drawn shapes, Word; each text with its place and doubt."""
