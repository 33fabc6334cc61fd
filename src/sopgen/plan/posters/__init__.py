"""Posters: charts on A3 sheets with words that are read from afar."""
