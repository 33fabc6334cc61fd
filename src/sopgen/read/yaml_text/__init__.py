"""What stands in the text of a YAML file: its characters, and what a parser says of it."""
