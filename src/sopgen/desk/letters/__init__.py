"""Surat Perintah at the desk: people, terms, the letter beside them, and its print; each act is a job's."""
