"""Vocabularies that users hold: one reader a format, and the index they are stored in."""
