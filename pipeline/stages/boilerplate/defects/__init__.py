"""One file for each kind of damage that cutting and mending cannot undo."""
