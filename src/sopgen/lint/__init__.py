"""Rules over a valid model; each rule is a small function in a registry."""
