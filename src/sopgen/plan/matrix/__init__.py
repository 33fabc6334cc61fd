"""The matrix of changes: its rows, their columns and pages."""
