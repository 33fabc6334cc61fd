"""Tables of old files, in Word or Excel: the identity part, the lists, the flow table with what is drawn on it."""
