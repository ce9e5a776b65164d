"""What may go wrong, tried by command, and the page that says what came of it."""
