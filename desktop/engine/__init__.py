"""The window's side of the inference process. Nothing here imports a machine-learning library."""
