"""The task order (surat perintah tugas): whom it orders, its number and words, its plan on the page."""
