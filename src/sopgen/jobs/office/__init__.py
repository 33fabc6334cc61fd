"""What an office keeps beside its SOPs and letters: the log of what was done."""
