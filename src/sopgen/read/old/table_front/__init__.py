"""The front of an old SOP: cover, identity part, lists."""
