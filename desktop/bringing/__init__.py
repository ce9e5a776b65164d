"""Bringing labelled images into an atlas: from files, and from the ISIC archive."""
