"""The prose SOP, page by page: its numbers, its paragraphs line by line, where its pages begin."""
