"""What stands under a letter: who signed, for whom, whose matter it is, how to reach them."""
