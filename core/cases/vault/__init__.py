"""Cases under a passphrase: the key, the files that it seals, and turning a store into another.

Nothing here is imported for a store that has no passphrase.
"""
