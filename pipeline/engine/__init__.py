"""How work on pages is spread; an engine knows no stage."""
