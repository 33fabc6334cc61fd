"""The flow of an activity as one drawing: symbols, lines and words in their places (millimetres)."""
