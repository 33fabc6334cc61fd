"""Rules over what stands in which section, and how activities are numbered."""
