"""Where lines of text and stamps stand on a page as a picture, whole or worn, row by row."""
