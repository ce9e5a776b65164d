"""Collects the texts that `core` marks, into the catalogues of `resources/translations`."""
