"""The pages of an edition as they will be printed, shown while it is written."""
