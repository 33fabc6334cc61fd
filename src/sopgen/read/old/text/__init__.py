"""Pasted and scanned text, with what HTML, Markdown and Mermaid left in it, to what was read of it."""
