"""Peraturan at the desk: the laws that SOPs and letters cite, with their standing."""
