"""Charts as Graphviz draws them, with every place fixed by the plan."""
