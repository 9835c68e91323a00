"""What each rule asks of a text; a check yields every candidate, with the reason it was let go."""
