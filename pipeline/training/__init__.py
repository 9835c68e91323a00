"""Training a small named-entity model on sentences that people annotated."""
