"""Rules over the people who make, examine and approve an SOP."""
