"""A page of an old PDF as it is drawn: words, ruled lines and outlines, in points from its upper left corner."""
