"""WHAT comes back from Word: a document that somebody edited, and what it proposes for the spec."""
