"""The flow table of an old PDF: its columns, its rows, the symbols in the lanes and the arrows between them."""
