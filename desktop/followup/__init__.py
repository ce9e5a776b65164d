"""Two visits of one lesion beside or over each other, and what changed between them."""
