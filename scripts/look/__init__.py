"""Pictures of every kind of page of every example edition, by every engine, beside those that were accepted last."""
