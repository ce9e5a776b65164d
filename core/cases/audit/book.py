"""The trail of a store, as the window and the command line use it."""

from __future__ import annotations

from collections.abc import Sequence

from core.cases.audit import trail
from core.cases.audit.trail import Act, Entry
from core.cases.database import Database


class AuditBook:
    """The trail of one store; each method is one transaction.

    Parameters
    ----------
    database : Database
        Open.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, act: Act, *subjects: str, details: str = "") -> None:
        """Add an entry for each subject.

        Raises
        ------
        StoreError
            If they cannot be kept; then what they are about must not be done.
        """
        with self._database.writing() as connection:
            for subject in subjects:
                trail.append(connection, act, subject, details=details)

    def entries(self) -> Sequence[Entry]:
        """Read all entries, the first one first."""
        with self._database.reading() as connection:
            return tuple(trail.entries(connection))

    def verify(self, *, noted: str = "") -> Entry | None:
        """Check every entry: see `core.cases.audit.trail.verify`."""
        with self._database.reading() as connection:
            return trail.verify(connection, noted=noted)


def subject_of(kind: str, identifier: str) -> str:
    """Return what names a subject: its kind and its identifier, never a person's name."""
    return f"{kind}:{identifier}"
