"""What is to be committed to git: whether it may leave the office."""
