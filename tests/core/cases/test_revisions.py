"""Every database that an earlier version made becomes what this version knows."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, create_engine, insert

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.records import Patient, now
from core.cases.revisions import SCHEMA, revision_of, upgrade
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.cases.tables import DRAFTS, LESIONS, METADATA, NOTES, PATIENTS, REVISION
from core.sql.revisions import configuration

SCRIPTS = ScriptDirectory.from_config(configuration(SCHEMA))
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()]


def test_the_tables_are_those_of_the_last_migration(address: CaseAddress) -> None:
    database = Database.open(address)
    with database.reading() as connection:
        assert revision_of(connection) == REVISION == SCRIPTS.get_current_head()
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []
    database.close()


@pytest.mark.parametrize("revision", REVISIONS)
def test_earlier_versions_are_brought_up_to_date(address: CaseAddress, revision: str) -> None:
    if address.file is not None:
        address.file.parent.mkdir()
    engine = create_engine(address.database)
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()
    store = CaseStore.open(address)
    patient = store.add(Patient())
    store.close()
    again = CaseStore.open(address)
    assert again.get(Patient, patient.id) == patient
    again.close()


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_earlier_versions_kept_is_still_there(address: CaseAddress, revision: str) -> None:
    if address.file is not None:
        address.file.parent.mkdir()
    engine = create_engine(address.database)
    with engine.begin() as connection:
        upgrade(connection, revision)
        keep_as_the_first_version_did(connection)
    engine.dispose()
    store = CaseStore.open(address)
    file = store.file_of("patient")
    assert (file.patient.name, file.lesions[0].label) == ("Anna", "Mole")
    assert [note.text for note in file.notes] == ["Has grown."]
    assert store.drafts.read("note/new/lesion") == "Not yet said."
    assert store.find(LesionQuery(words="grown")).total == 1
    store.close()


def keep_as_the_first_version_did(connection: Connection) -> None:
    """Write rows with the columns that it had."""
    common = {"version": 1, "created": now(), "changed": now()}
    of_patient = {"patient_id": "patient", **common}
    rows: dict[Table, dict[str, object]] = {
        PATIENTS: {"id": "patient", "pseudonym": "P-1", "name": "Anna", "folded": "anna", **common},
        LESIONS: {"id": "lesion", "label": "Mole", "folded": "mole", **of_patient},
        NOTES: {
            "id": "note", "lesion_id": "lesion", "text": "Has grown.", "author": "",
            "folded": "has grown.", **of_patient,
        },
        DRAFTS: {"key": "note/new/lesion", "text": "Not yet said.", "changed": now()},
    }  # fmt: skip
    for table, values in rows.items():
        connection.execute(insert(table).values(values))


def test_migrations_go_one_way_and_in_one_line() -> None:
    assert len(SCRIPTS.get_heads()) == 1
    assert [int(revision) for revision in REVISIONS] == list(range(len(REVISIONS), 0, -1))
