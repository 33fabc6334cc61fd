"""Rules over places: the town, the region and the head of the office."""
