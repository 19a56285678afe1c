"""Mail leaves here: what it looks like, and the talk with the office's mail server."""
