"""Changes of a flow as its editor makes them: each keeps right all that refers to what it changes."""
