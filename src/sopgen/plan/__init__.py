"""From the model to what each page says and where each line goes; pure functions, lengths in millimetres."""
