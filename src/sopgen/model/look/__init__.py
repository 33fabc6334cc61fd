"""The look of each template folder, `templates/<name>/rupa.yaml`: one class a folder, values in mm and points."""
