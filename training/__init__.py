"""Everything that produces or judges a model bundle. Run it with ``python -m training``."""
