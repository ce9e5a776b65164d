"""What all places of the window share: frame, actions, settings, theme, background work."""
