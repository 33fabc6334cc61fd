"""Old SOPs as Word documents."""
