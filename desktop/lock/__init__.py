"""Covers everything when nobody has used the window for a while, until a passphrase is typed."""
