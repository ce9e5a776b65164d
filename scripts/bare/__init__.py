"""A Debian without Python or anything to develop with, to try in it what users get."""
