"""WHO decided what about an edition, and the state that this gives it."""
