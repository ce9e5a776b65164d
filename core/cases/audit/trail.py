"""The trail: each entry holds the checksum of the one before, so that no change goes unnoticed.

The database refuses to change or remove entries (triggers, see the migration). Whoever can replace
the database's file can still write a whole new trail, or cut off its end: noting the newest
checksum elsewhere, as `lentigo audit verify` prints it, shows that as well. The idea is that of
linked time stamps [1]_.

References
----------
.. [1] Haber, Stornetta, "How to time-stamp a digital document", Journal of Cryptology 3 (1991),
   doi:10.1007/BF00196791.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Row, insert, select, text

from core.cases.audit.acts import Act
from core.cases.tables import AUDIT
from core.errors import AuditBroken
from core.language import say
from core.sql.kinds import rows_of

NOTHING: Final = "0" * 64
"""What the first entry holds in the place of a checksum."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Parameters
    ----------
    number : int
        From 1 on, without a gap.
    moment : str
        When, ISO 8601 in UTC.
    who : str
        User and computer.
    act : Act
        What was done.
    subject : str
        To what: its kind and its identifier, never a name.
    details : str
        More about it, for people.
    previous, checksum : str
        SHA-256 of the entry before and of this one.
    """

    number: int
    moment: str
    who: str
    act: Act
    subject: str
    details: str
    previous: str
    checksum: str

    @property
    def expected(self) -> str:
        """The checksum that it ought to have."""
        content = [self.number, self.moment, self.who, self.act, self.subject, self.details]
        encoded = json.dumps([*content, self.previous], ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(encoded.encode()).hexdigest()


def append(connection: Connection, act: Act, subject: str, *, details: str = "") -> None:
    """Add an entry, in the transaction of what it is about."""
    if connection.dialect.name == "postgresql":  # with SQLite, a writer is alone anyway
        connection.execute(text("LOCK TABLE audit IN EXCLUSIVE MODE"))
    columns = (AUDIT.c.number, AUDIT.c.checksum)
    last = connection.execute(select(*columns).order_by(AUDIT.c.number.desc()).limit(1)).first()
    entry = Entry(
        number=1 if last is None else last.number + 1,
        moment=datetime.now(UTC).isoformat(timespec="milliseconds"),
        who=who(),
        act=act,
        subject=subject,
        details=details,
        previous=NOTHING if last is None else last.checksum,
        checksum="",
    )
    values = {name: getattr(entry, name) for name in Entry.__slots__}
    connection.execute(insert(AUDIT), values | {"checksum": entry.expected})


def entries(connection: Connection) -> Iterator[Entry]:
    """Give all entries, the first one first.

    Raises
    ------
    AuditBroken
        If one says that something was done which cannot be.
    """
    for row in rows_of(connection, select(AUDIT).order_by(AUDIT.c.number)):
        yield _entry(row)


def verify(connection: Connection, *, noted: str = "") -> Entry | None:
    """Check every entry.

    Parameters
    ----------
    noted : str
        A checksum that was noted earlier and must still be there.

    Returns
    -------
    Entry or None
        The newest; None where there is none yet.

    Raises
    ------
    AuditBroken
        If an entry was changed, removed or inserted, or the noted one is gone.
    """
    last: Entry | None = None
    found = not noted
    for entry in entries(connection):
        before = NOTHING if last is None else last.checksum
        number = 1 if last is None else last.number + 1
        if (entry.number, entry.previous, entry.checksum) != (number, before, entry.expected):
            raise _tampered(entry.number, entry.moment)
        found = found or entry.checksum == noted
        last = entry
    if not found:
        raise AuditBroken(
            say(
                "The entry whose checksum was noted is no longer in the audit trail: its end "
                "was cut off, or the trail was replaced."
            ),
            value=noted,
        )
    return last


def who() -> str:
    """Return user and computer, as far as the system tells."""
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):  # a user without a name
        user = "unknown"
    return f"{user}@{socket.gethostname()}"


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    values = row._asdict()
    try:
        return Entry(**values | {"act": Act(values["act"])})
    except ValueError as error:
        raise _tampered(values["number"], values["moment"]) from error


def _tampered(number: int, moment: str) -> AuditBroken:
    return AuditBroken(
        say(
            "The audit trail was tampered with at or before entry {number} ({moment}): "
            "it does not follow from the one before.",
            number=number,
            moment=moment,
        ),
        value=number,
    )
