"""Official letters read out of lines of text: one field, one module; reading.py joins them."""
