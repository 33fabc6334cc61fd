"""Signatures: who signs the final files, by which of three ways, and what a file's signatures prove later."""
