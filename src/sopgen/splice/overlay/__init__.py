"""A change of a merged edition, written into its overlay: the base stays, and so does every other line of both."""
