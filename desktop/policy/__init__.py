"""What administrators have fixed or switched off, as the window shows it."""
