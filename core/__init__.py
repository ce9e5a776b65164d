"""What Lentigo knows, with no screen: usable from a script, a notebook or a server."""
