"""Whether this installation works, and what went wrong with it: in the menu Help."""
