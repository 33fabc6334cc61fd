"""The life of an edition and the signatures on its files: who decided, who signed, and what still holds."""
