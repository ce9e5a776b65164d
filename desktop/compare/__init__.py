"""Several opened images beside each other, each with its finding, zoomed and moved together."""
