"""A blank form to fill on the screen: its places to write become fields, in Word and in PDF."""
