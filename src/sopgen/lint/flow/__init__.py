"""Rules over the flow of each activity and its quality standard."""
