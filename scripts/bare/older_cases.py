"""Cases as the first version of Lentigo kept them: what an upgrade meets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sqlalchemy import insert

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.records import now
from core.cases.revisions import upgrade
from core.cases.tables import PATIENTS

FIRST: Final = "0001"
"""Of its tables."""


def write_older_cases(file: Path, *, pseudonym: str, owner: int) -> None:
    """Write a database with one patient.

    Parameters
    ----------
    file : Path
        Of the database; replaced.
    pseudonym : str
        Of the patient.
    owner : int
        Number of the user whose it is.
    """
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()
    database = Database.connect(CaseAddress.of(str(file), folder=file.parent))
    with database.writing() as connection:
        upgrade(connection, FIRST)
        moment = now()
        row = {"id": "patient", "pseudonym": pseudonym, "name": "", "folded": pseudonym.lower()}
        connection.execute(
            insert(PATIENTS), [row | {"version": 1, "created": moment, "changed": moment}]
        )
    database.close()
    for path in file.parent.glob(f"{file.name}*"):
        os.chown(path, owner, owner)
