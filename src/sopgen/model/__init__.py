"""WHAT an SOP, a unit, a flow and a task order are: frozen, closed models that know no YAML and no Word."""
