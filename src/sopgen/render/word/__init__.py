"""From a plan to DOCX."""
