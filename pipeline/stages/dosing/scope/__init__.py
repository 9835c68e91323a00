"""Who says it, to whom, how firmly: the text as the rules see it, and why advice may be none."""
