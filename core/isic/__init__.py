"""Labelled images from the ISIC archive, fetched when a user asks for them and never else."""
