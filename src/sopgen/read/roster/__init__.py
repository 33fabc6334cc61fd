"""Rosters (CSV, XLSX) to persons: what people type is read as it stands, or told with its row and column."""
