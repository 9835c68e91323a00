"""What can be said of words alone: sentences, numbers, units, shingles, alarms, languages."""
