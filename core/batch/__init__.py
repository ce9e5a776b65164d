"""Thousands of images at once: results in a table that grows, and goes on after a kill."""
