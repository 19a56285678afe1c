"""What a letter asks, by when, and whom it asks to pass on."""
