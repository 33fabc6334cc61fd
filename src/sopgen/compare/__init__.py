"""What differs between two models, and how that reads."""
