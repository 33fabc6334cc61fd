"""The words of the desk for what the command line calls otherwise: screens, fields, files."""
