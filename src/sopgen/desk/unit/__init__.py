"""Satuan: the unit, its officials, its emblem, the settings of its letters."""
