"""What is known: limits, groups, pairs, bans, remedies, and the words that mean something."""
