"""Rules over the identity part, the unit, dates and the life of an edition."""
