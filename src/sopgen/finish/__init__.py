"""From bytes to bytes: fields to fill, tracked changes, one PDF for the printer."""
