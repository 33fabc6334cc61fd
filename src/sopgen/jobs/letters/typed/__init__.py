"""Letters that are typed at a screen: the people's table with its faults, and the letter before it is given."""
