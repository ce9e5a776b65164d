"""Every command by its name, for whoever knows what they want but not where it stands."""
