"""What the scripted user does: each act ends where the next, whichever it is, can begin."""
