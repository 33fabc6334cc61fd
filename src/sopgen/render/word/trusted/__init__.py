"""What a Word template may hold and do: it fills in words, and leads nowhere."""
