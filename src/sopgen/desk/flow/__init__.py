"""The editor of flows: steps as rows of a table, the chart beside them, on the session of an edition."""
