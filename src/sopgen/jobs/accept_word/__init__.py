"""From an edited Word document to a draft: what it proposes, and what of that is accepted."""
