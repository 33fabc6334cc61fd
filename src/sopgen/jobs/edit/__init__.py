"""From a spec's text to another with the same comments and layout: the next edition, and safe corrections."""
