"""What stands over a letter: kind, number, day, office, subject, receivers, what is enclosed."""
