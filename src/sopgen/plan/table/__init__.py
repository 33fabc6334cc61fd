"""What stands in the cells of the flow table, and which of them are one over several rows."""
