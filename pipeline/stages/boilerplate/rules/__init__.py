"""One file for each kind of residue; every file is an argument with its examples."""
