"""An approved edition in one signed file, for another office: made here, verified and opened there, offline."""
