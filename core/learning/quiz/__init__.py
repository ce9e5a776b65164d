"""Quizzes: which images are asked about, what may be answered, and when they come again."""
