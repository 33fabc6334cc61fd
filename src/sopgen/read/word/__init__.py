"""Word documents that come from outside."""
