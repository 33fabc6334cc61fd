"""Pengesahan: an edition on its way from a draft into force, and what a signed file proves."""
