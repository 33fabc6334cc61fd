"""The page of every code that is printed."""
