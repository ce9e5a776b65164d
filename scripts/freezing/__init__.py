"""What is done about a frozen build beside building it: smaller, described, compared."""
