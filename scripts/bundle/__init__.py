"""What a Windows office unpacks or installs: an embedded Python, the pinned wheels, sopgen, and how it starts."""
