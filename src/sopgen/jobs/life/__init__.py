"""The life of an edition: who decided what, and what still holds."""
