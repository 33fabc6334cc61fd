"""WHO stands in SOPs and letters: people, their posts, and what must not leave the office."""
