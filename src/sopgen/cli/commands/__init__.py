"""One module a group of commands: what is typed, what is printed; loaded when one of them is asked for."""
