"""The commands of the table of laws."""
