"""From YAML files to the model, every fault at once; the only way in."""
