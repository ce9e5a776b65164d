"""What somebody's answers say: how often right, what they mix up, how well they know it."""
