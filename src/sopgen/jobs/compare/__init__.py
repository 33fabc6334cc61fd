"""What changed between two editions: files, or revisions of git."""
