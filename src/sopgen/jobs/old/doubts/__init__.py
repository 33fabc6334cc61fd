"""What a draft that was made of an old file leaves to a person, and the pages of that file beside it."""
