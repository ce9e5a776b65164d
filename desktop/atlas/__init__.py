"""The place "Atlas": labelled images to browse, to look at, and to set beside each other."""
