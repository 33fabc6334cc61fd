"""The code on a task order: what it says, who signed it, and how it is read back."""
