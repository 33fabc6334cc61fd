"""Drawings in Word documents: charts as shapes that staff can edit."""
