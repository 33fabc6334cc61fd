"""An edited document beside the one that was issued: which text is which, and what is proposed."""
