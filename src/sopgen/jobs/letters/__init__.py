"""Task orders from a roster, their numbers and files, and the forms that follow them."""
