"""Bases and the overlays of units: begun, compared, brought to a base that moved on, built many at once."""
