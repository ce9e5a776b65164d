"""Long runs that look for what grows: analyses, and a scripted user of the window."""
