"""One file for each unsafe kind of claim: an argument with its sources and examples."""
