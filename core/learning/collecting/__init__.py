"""Favourites and collections of an atlas's images, which are kept apart from it."""
