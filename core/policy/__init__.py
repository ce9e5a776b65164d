"""What administrators fix or switch off on a computer; `docs/it.md` tells them how.

A window reads it before it shows, so that nothing here imports more than the standard library.
"""
