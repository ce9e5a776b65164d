"""Copies among images: files of equal bytes, and pictures that show the same thing."""
