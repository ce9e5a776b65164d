"""The body from the front and from the back, in regions that the store has names for."""
