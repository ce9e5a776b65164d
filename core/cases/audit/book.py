"""The trail of a store, as the window and the command line use it."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from core.cases.audit import trail
from core.cases.audit.acts import Act
from core.cases.audit.trail import Entry
from core.cases.database import Database
from core.errors import StoreError
from core.logs import Word

_log = logging.getLogger(__name__)


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

    def note_view(self, subject: str) -> None:
        """Add an entry about something that is being looked at.

        Where that is impossible, a line in the log says so: a disk that is full must not keep a
        physician from a patient's file.
        """
        try:
            self.note(Act.VIEWED, subject)
        except StoreError as error:
            _log.warning("A view could not be put on the audit trail: %s", Word(error.kind))

    def entries(self) -> Sequence[Entry]:
        """Read all entries, the first one first."""
        with self._database.reading() as connection:
            return tuple(trail.entries(connection))

    def verify(self, *, noted: str = "") -> Entry | None:
        """Check every entry: see `core.cases.audit.trail.verify`."""
        with self._database.reading() as connection:
            return trail.verify(connection, noted=noted)
