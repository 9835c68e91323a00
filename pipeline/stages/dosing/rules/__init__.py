"""One file for each unsafe kind of claim; every file is an argument with its sources and examples."""
