"""A whole store in one file, the same for every database: written, verified, and put back."""
