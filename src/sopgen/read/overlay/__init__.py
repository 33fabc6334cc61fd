"""A unit's edition that says only what differs from a base: both merged, every value with the file that holds it."""
