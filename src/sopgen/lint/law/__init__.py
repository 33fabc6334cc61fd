"""Rules over the legal basis."""
