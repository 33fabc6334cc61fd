"""What the plans tell the templates: the frame of a page, and the tags by which .docx and .typ name each value."""
