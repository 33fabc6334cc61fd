"""What is told of the template folders: their tags, and where Word and PDF no longer agree."""
