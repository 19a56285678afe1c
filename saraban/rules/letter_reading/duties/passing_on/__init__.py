"""Finding the clauses by which a letter has its receiver tell others, learnt from marked bodies."""
