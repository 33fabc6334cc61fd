"""The door of the terminal: what is typed and what is printed; the only place that exits."""
