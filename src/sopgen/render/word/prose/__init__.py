"""From the plan of a prose SOP to DOCX."""
