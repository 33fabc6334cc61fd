"""Tables of steps, one row a step, in whatever file they stand: heads known by their names, rows to steps."""
