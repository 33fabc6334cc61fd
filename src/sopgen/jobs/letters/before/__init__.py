"""What is looked at before the first number of a run is given."""
