"""Who saw, gave out and deleted what: a trail to which entries can only be added."""
