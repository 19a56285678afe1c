"""Lines of a letter, and what each is by its own words: the ground that the other rooms share."""
