"""The signatures of officials on the final files."""
