"""What somebody is writing and has not saved: kept every few seconds, offered after a crash."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from core.cases.records import now
from core.cases.revisions import lock_all
from core.cases.tables import DRAFTS


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
