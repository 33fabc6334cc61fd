"""Files that are packages: looked into before anything unpacks them."""
