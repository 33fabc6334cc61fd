"""The commands of letters: orders, forms, their numbers and codes."""
