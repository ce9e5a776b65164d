"""Fitting the rules of trust, on lesions that the network did not learn from."""
