"""clean-corpus: scraped health articles in, clean reviewed articles out."""

__version__ = "0.1.0"
