"""Task orders and forms as DOCX: their templates filled, their named tables at the measures of the look."""
