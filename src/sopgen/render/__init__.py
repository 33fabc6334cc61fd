"""From a plan to bytes; no renderer imports another."""
