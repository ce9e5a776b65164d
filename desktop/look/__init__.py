"""The place "Look": open images, see the finding of each and where it comes from."""
