"""What somebody is writing and has not saved: kept every few seconds, offered after a crash."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, func, insert, literal, select

from core.cases.draft_keys import CHECKLIST, DETAILS, DIAGNOSIS, NEW, NOTE
from core.cases.records import now
from core.cases.revisions import lock_all
from core.cases.tables import CHECKLISTS, DIAGNOSES, DRAFTS, LESIONS, NOTES, PATIENTS
from core.sql.kinds import rows_of

_SUBJECTS: Final = (PATIENTS, LESIONS, NOTES, CHECKLISTS, DIAGNOSES)
_ABOUT: Final = (NOTE, CHECKLIST, DIAGNOSIS, DETAILS)


def keep_draft(connection: Connection, key: str, text: str) -> None:
    """Keep a draft in place of the one before."""
    lock_all(connection)
    drop_draft(connection, key)
    connection.execute(insert(DRAFTS).values(key=key, text=text, changed=now()))


def draft(connection: Connection, key: str) -> str | None:
    """Read a draft; None where there is none."""
    found = rows_of(connection, select(DRAFTS.c.text).where(DRAFTS.c.key == key))
    return found[0].text if found else None


def drop_draft(connection: Connection, key: str) -> None:
    """Forget a draft, since it is saved or given up."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.key == key))


def drop_orphans(connection: Connection) -> None:
    """Forget drafts about what is no longer there: nobody could open them, or delete them."""
    for key in draft_keys(connection):
        subject = key.rpartition("/")[2]
        if key.startswith(_ABOUT) and not _is_there(connection, subject):
            drop_draft(connection, key)


def _is_there(connection: Connection, subject: str) -> bool:
    queries = (select(literal(1)).where(table.c.id == subject) for table in _SUBJECTS)
    return any(connection.execute(query).first() is not None for query in queries)


def draft_keys(connection: Connection) -> frozenset[str]:
    """Give the keys of all drafts."""
    return frozenset(connection.execute(select(DRAFTS.c.key)).scalars())


def drafted(connection: Connection) -> frozenset[str]:
    """Give the ids of the lesions and patients about which something was begun and not saved."""
    keys = (key for key in draft_keys(connection) if NEW in key or key.startswith(DETAILS))
    named = (key.rpartition("/")[2] for key in keys)
    note = func.coalesce(NOTES.c.lesion_id, NOTES.c.patient_id)
    known = (
        select(note).where(DRAFTS.c.key == NOTE + NOTES.c.id),
        select(CHECKLISTS.c.lesion_id).where(DRAFTS.c.key == CHECKLIST + CHECKLISTS.c.id),
        select(DIAGNOSES.c.lesion_id).where(DRAFTS.c.key == DIAGNOSIS + DIAGNOSES.c.id),
    )
    return frozenset(named).union(*(connection.execute(one).scalars() for one in known))
