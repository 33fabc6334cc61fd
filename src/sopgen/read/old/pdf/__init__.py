"""A PDF with a text layer to what it says, by the places of its words, rules and outlines; a guess says so."""
