"""Receipt stamps: where they are in the text, whose they are, what their figures can be."""
