"""What is timed against what, and the generator of texts whose truth is known."""
