"""Letters that a news story or a post tells of or quotes."""
