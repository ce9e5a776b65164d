"""Saying what one sees before the model's finding is shown, and what comes of that over time."""
