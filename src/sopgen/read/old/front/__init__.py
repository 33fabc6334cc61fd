"""The pages before the flow table, as lines of cells: cover, head, identity part, lists."""
