"""The pages before the flow table: cover and identity page."""
