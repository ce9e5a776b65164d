"""What is wrong with a data set before anything learns from it: copies, contradictions, leaks."""
