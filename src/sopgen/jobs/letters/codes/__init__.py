"""Codes on letters: read from files that strangers sent, and held against what the unit knows."""
