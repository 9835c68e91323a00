"""Bytes to records and back. Encodings, compression and folders stop here."""
