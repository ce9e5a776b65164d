"""What the audit trail tells apart; nothing of a database is imported for it."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What was done."""

    VIEWED = "viewed"
    EXPORTED = "exported"
    DELETED = "deleted"
    BACKED_UP = "backed up"
    RESTORED = "restored"
    ENCRYPTED = "encrypted"
    DECRYPTED = "decrypted"
    REKEYED = "passphrase changed"


def subject_of(kind: str, identifier: str) -> str:
    """Return what names a subject: its kind and its identifier, never a person's name."""
    return f"{kind}:{identifier}"
