"""One PDF for the printer, letter after letter."""
