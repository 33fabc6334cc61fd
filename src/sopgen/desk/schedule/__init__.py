"""Jadwal: what is to be monitored and evaluated, and by when."""
