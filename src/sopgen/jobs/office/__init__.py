"""What an office keeps beside its SOPs and letters: the log of what was done; whose edition a file of it is."""
