"""What a machine read wrongly, put right or doubted by what can stand there."""
