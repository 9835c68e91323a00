"""From words to doses: segments, the grammar of amounts and rhythms, and what is inherited."""
