"""What comes in from outside: edited Word documents, old SOPs, packages of other offices."""
