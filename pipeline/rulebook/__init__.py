"""Rules as records: what each catches, why, on whose authority, and the examples that test it."""
