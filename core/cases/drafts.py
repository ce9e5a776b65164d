"""What somebody is writing and has not saved: kept every few seconds, offered after a crash."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from core.cases.records import now
from core.cases.revisions import lock_all
from core.cases.tables import DRAFTS, NOTES

NOTE: Final = "note/"
"""Begins the key of a draft of a note, before the note's id."""
NEW_NOTE: Final = "note/new/"
"""Begins that of a new note, before the id of the lesion or the patient that it is about."""


def keep_draft(connection: Connection, key: str, text: str) -> None:
    """Keep a draft in place of the one before."""
    lock_all(connection)
    drop_draft(connection, key)
    connection.execute(insert(DRAFTS).values(key=key, text=text, changed=now()))


def draft(connection: Connection, key: str) -> str | None:
    """Read a draft; None where there is none."""
    text: str | None = connection.execute(
        select(DRAFTS.c.text).where(DRAFTS.c.key == key)
    ).scalar_one_or_none()
    return text


def drop_draft(connection: Connection, key: str) -> None:
    """Forget a draft, since it is saved or given up."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.key == key))


def draft_keys(connection: Connection) -> frozenset[str]:
    """Give the keys of all drafts."""
    return frozenset(connection.execute(select(DRAFTS.c.key)).scalars())


def drafted(connection: Connection) -> frozenset[str]:
    """Give the ids of the lesions and patients about which a note was begun and not saved."""
    new = (key.removeprefix(NEW_NOTE) for key in draft_keys(connection) if key.startswith(NEW_NOTE))
    known = select(func.coalesce(NOTES.c.lesion_id, NOTES.c.patient_id)).where(
        DRAFTS.c.key == NOTE + NOTES.c.id
    )
    return frozenset(new) | frozenset(connection.execute(known).scalars())
