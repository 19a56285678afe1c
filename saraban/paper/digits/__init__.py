"""A line of figures as a picture, read sign by sign by a small model of our own."""
