"""HOW LARGE the symbols of a flow are, and where each stands."""
