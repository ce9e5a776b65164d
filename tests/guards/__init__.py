"""What watches every test: the logs, what it leaves running, and the user's own files."""
