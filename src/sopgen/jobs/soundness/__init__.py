"""What is asked of an edition before it is built: the few rules that stop it, without the rest of the book."""
