"""What a person can ask of the table of laws: look up, add, check."""
