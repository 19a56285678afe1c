"""A page as a picture, read to lines of words with boxes."""
