"""The flow table with a row an activity: its texts, its drawing, and how both go on over pages (millimetres)."""
