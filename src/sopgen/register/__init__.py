"""The register of letter numbers: who gave which number when, and no number twice."""
