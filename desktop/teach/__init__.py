"""Packing collections and quizzes for others, and bringing in what others have packed."""
