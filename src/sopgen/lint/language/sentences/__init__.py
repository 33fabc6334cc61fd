"""Rules over sentences: how they begin and end, what they say twice."""
