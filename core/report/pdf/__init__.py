"""Findings on paper: pages that a file can keep, made without a screen."""
