"""Teaching the tagger of clauses that pass a matter on; see scripts/train_passing_on."""
