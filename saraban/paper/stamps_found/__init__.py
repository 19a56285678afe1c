"""Where stamps stand on a page, whole or worn, and which rows each has."""
