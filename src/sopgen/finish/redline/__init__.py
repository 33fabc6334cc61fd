"""Two Word documents as one, with every change between them tracked."""
