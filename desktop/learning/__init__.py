"""Who learns in the window, and the store of what they learn; several places share both."""
