"""What Lentigo claims about speed, as comparisons that anyone can run. Nothing here asserts."""
