"""What changed between two datasets, and how it is told."""
