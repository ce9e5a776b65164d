"""Whether this installation does what it should: run by installers, and by whoever doubts it."""
