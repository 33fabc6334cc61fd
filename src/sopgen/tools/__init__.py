"""The only files that start a process."""
