"""From a plan to bytes; no renderer imports another (modules with an underscore are shared)."""
