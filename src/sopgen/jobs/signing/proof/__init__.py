"""What a signed file proves, and in which words that is told."""
