"""A collection or a quiz in one file, that a supervisor gives and others bring in."""
