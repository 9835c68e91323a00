"""The records every layer speaks of: spans, documents, changes, doses, and the ledger."""
