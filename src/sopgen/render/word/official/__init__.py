"""The official document in Word: cover, identity page, flow table."""
