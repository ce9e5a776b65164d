"""Fits a bundle for lower precision in bulk work, and finds out what that changes."""
