"""Models that this user has installed: the one in use, and the former one to go back to."""
