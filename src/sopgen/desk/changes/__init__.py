"""Perubahan: one edition against another, with the reasons; the matrix and the tracked changes as files."""
