"""Findings as documents that people read without the program."""
