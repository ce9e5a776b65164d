"""Why a system is not in the table."""

from __future__ import annotations


class Unavailable(Exception):
    """A system cannot be compared here; the message is the sentence that says why."""
