"""What a page needs to know. Reads only; gives frozen dataclasses."""
