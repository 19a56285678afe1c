"""What programs do to the lines of a letter, undone: each way of losing its layout, one module."""
