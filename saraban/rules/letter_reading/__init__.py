"""Official letters read out of lines of text, field by field, in rooms; reading.py joins them."""
