"""What was opened lately, to open it again."""
